using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types.Validation;

/// <summary>Collects the errors of a schema and finds where they stand in its documents.</summary>
internal sealed class SchemaErrors(IReadOnlyList<DocumentNode> documents)
{
    private readonly List<SchemaError> _errors = [];

    /// <summary>Which document each node is of; made when the first error is.</summary>
    private Dictionary<SyntaxNode, Source>? _sources;

    public IReadOnlyList<SchemaError> All => _errors;

    /// <summary>Nodes that are null, or of built-in definitions, are left out.</summary>
    public void Add(string message, params IEnumerable<SyntaxNode?> nodes)
    {
        _sources ??= FindSources();
        var located = nodes.OfType<SyntaxNode>().Where(_sources.ContainsKey).ToList();
        _errors.Add(new SchemaError(
            new GraphQLError(message) { Locations = [.. located.Select(node => _sources[node].LocationOf(node.Span.Start))] },
            located is [var first, ..] ? _sources[first].Name : null));
    }

    private Dictionary<SyntaxNode, Source> FindSources()
    {
        var sources = new Dictionary<SyntaxNode, Source>();
        foreach (var document in documents)
        {
            foreach (var node in document.Definitions.SelectMany(TypeSystemTree.Nodes))
                sources.TryAdd(node, document.Source);
        }

        return sources;
    }
}
