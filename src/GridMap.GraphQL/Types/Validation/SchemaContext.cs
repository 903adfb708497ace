using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types.Building;

namespace GridMap.GraphQL.Types.Validation;

/// <summary>What rules about a schema know: the schema, and the definitions that it was made of.</summary>
internal sealed class SchemaContext(Schema schema, DefinitionSet definitions)
{
    private readonly SchemaErrors _errors = new(definitions.Documents);

    public Schema Schema { get; } = schema;

    public RootTypes Roots { get; } = new(definitions, schema.Types);

    /// <summary>The types that are not built in.</summary>
    public IReadOnlyList<NamedType> Types { get; } = [.. schema.Types.Values.Where(type => !type.IsBuiltIn)];

    public IReadOnlyList<DirectiveDefinition> Directives { get; } = [.. schema.Directives.Values];

    public IReadOnlyList<SchemaError> Errors => _errors.All;

    /// <summary>All arguments and fields of input objects.</summary>
    public IEnumerable<InputPosition> InputPositions => Directives.SelectMany(InputPosition.Of).Concat(Types.SelectMany(InputPosition.Of));

    /// <summary>Everything that directives stand at.</summary>
    public IEnumerable<DirectiveSite> DirectiveSites => definitions.All.SelectMany(DirectiveSite.Of);

    public void Report(string message, params IEnumerable<SyntaxNode?> nodes) => _errors.Add(message, nodes);
}
