namespace GridMap.GraphQL.Tests.Types.Validation;

/// <summary>Rules that npm graphql 16 has too: SchemaErrors.reference.txt has schemas, and behind `---` the errors that it finds in them, sorted.</summary>
public sealed class SchemaValidationTests
{
    private static readonly Dictionary<string, string> Cases = File
        .ReadAllText(Path.Combine(AppContext.BaseDirectory, "Types", "Validation", "SchemaErrors.reference.txt"))
        .Split("### ", StringSplitOptions.RemoveEmptyEntries)
        .ToDictionary(text => text[..text.IndexOf('\n')], text => text[(text.IndexOf('\n') + 1)..]);

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_errors_at_the_same_places_as_by_the_reference_implementation(string name)
    {
        var parts = Cases[name].Split("---\n");

        var errors = SchemaText.FindLocatedErrors(parts[0]).Order(StringComparer.Ordinal);

        Assert.Equal(parts[1], string.Concat(errors.Select(error => $"{error}\n")));
    }
}
