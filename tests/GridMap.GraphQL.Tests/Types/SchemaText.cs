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

    /// <summary>The messages of all errors; none of a valid schema.</summary>
    public static IReadOnlyList<string> FindErrors(params IEnumerable<string> texts) => [.. Errors(texts).Select(error => error.Error.Message)];

    /// <summary>Each error as "message @ line:column line:column".</summary>
    public static IReadOnlyList<string> FindLocatedErrors(params IEnumerable<string> texts) => [.. Errors(texts).Select(Located)];

    private static IReadOnlyList<SchemaError> Errors(IEnumerable<string> texts)
    {
        try
        {
            Build(texts);
            return [];
        }
        catch (SchemaException exception)
        {
            return exception.Errors;
        }
    }

    private static string Located(SchemaError error) =>
        $"{error.Error.Message} @ {string.Join(' ', error.Error.Locations.Select(location => $"{location.Line}:{location.Column}"))}";
}
