using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types.Building;

/// <summary>The definitions that every schema has: BuiltIn.graphql beside this file.</summary>
internal static class BuiltInDefinitions
{
    private const string Name = "BuiltIn.graphql";

    public static DefinitionSet Load()
    {
        using var stream = typeof(BuiltInDefinitions).Assembly.GetManifestResourceStream(typeof(BuiltInDefinitions), Name)!;
        var text = new byte[stream.Length];
        stream.ReadExactly(text);
        return new DefinitionSet([GraphQLParser.Parse(new Source(text, Name), ParserLimits.OwnText)]);
    }
}
