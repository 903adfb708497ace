using GridMap.Server.Commands;
using GridMap.Testing;

namespace GridMap.Server.Tests.Commands;

public sealed class SchemaCommandTests
{
    /// <summary>`scripts/bless --schema` writes it anew.</summary>
    [Fact]
    public async Task The_committed_schema_is_the_one_that_is_served() =>
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(WorkingCopy.Find(), "src/GridMap.Server/schema.graphql")), await SchemaCommand.PrintAsync());

    [Fact]
    public async Task A_schema_that_fits_together_is_not_refused() => Assert.Null(await SchemaCommand.FindRefusalAsync());
}
