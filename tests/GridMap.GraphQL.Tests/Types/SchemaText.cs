using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Tests.Types;

/// <summary>Schemas of tests from their texts; each text is a document named by its place.</summary>
internal static class SchemaText
{
    public static Schema Build(params IEnumerable<string> texts) => Builder(texts).Build();

    public static SchemaBuilder Builder(params IEnumerable<string> texts)
    {
        var builder = new SchemaBuilder();
        foreach (var (index, text) in texts.Index())
            builder.AddDocument(GraphQLParser.Parse(new Source(text, $"document {index + 1}"), ParserLimits.OwnText));

        return builder;
    }

    public static IReadOnlyList<string> ErrorsOf(params IEnumerable<string> texts) =>
        [.. Assert.Throws<SchemaException>(() => Build(texts)).Errors.Select(error => error.Error.Message)];

    /// <summary>Each error as "message @ line:column line:column".</summary>
    public static IReadOnlyList<string> LocatedErrorsOf(params IEnumerable<string> texts) =>
        [.. Assert.Throws<SchemaException>(() => Build(texts)).Errors.Select(Located)];

    private static string Located(SchemaError error) =>
        $"{error.Error.Message} @ {string.Join(' ', error.Error.Locations.Select(location => $"{location.Line}:{location.Column}"))}";
}
