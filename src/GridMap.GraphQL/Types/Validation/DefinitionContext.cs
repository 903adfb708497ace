using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types.Building;

namespace GridMap.GraphQL.Types.Validation;

/// <summary>What rules about definitions know: the definitions of all documents, the built-in ones, and the scalars that are registered.</summary>
internal sealed class DefinitionContext(DefinitionSet definitions, DefinitionSet builtIn, IReadOnlyCollection<string> scalars)
{
    private readonly SchemaErrors _errors = new(definitions.Documents);

    public DefinitionSet Definitions { get; } = definitions;

    public IReadOnlyList<SchemaError> Errors => _errors.All;

    /// <summary>Every node of every definition, in order.</summary>
    public IReadOnlyList<SyntaxNode> Nodes { get; } = [.. definitions.All.SelectMany(TypeSystemTree.Nodes)];

    /// <summary>Everything that directives stand at.</summary>
    public IEnumerable<DirectiveSite> DirectiveSites => Definitions.All.SelectMany(DirectiveSite.Of);

    /// <summary>Names a document may refer to: built-in and registered ones first, as suggestions are made of them in this order.</summary>
    public IEnumerable<string> TypeNames => builtIn.Types.Keys.Concat(scalars).Concat(Definitions.Types.Keys);

    public bool IsKnownType(string name) =>
        Definitions.Types.ContainsKey(name) || builtIn.Types.ContainsKey(name) || scalars.Contains(name);

    public DirectiveDefinitionNode? FindDirective(string name) =>
        Definitions.Directives.GetValueOrDefault(name) ?? builtIn.Directives.GetValueOrDefault(name);

    public void Report(string message, params IEnumerable<SyntaxNode?> nodes) => _errors.Add(message, nodes);
}
