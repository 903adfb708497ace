using GridMap.Testing;
using NetTopologySuite.Geometries;
using Npgsql;

namespace GridMap.Database.Tests.NetTopologySuite;

public sealed class NpgsqlNetTopologySuiteExtensionsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_parameter_comes_back_as_a_column()
    {
        await using var command = database.DataSource.CreateCommand("SELECT $1");
        command.Parameters.Add(new() { Value = new Point(113.3, 40.1) { SRID = 4326 } });
        var point = Assert.IsType<Point>(await command.ExecuteScalarAsync());
        Assert.Equal((113.3, 40.1, 4326), (point.X, point.Y, point.SRID));
    }
}
