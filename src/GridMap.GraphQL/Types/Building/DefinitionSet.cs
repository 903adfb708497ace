using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types.Building;

/// <summary>The type system definitions and extensions of many documents, by what they define. Of two of one name the first counts.</summary>
internal sealed class DefinitionSet
{
    public DefinitionSet(IReadOnlyList<DocumentNode> documents)
    {
        Documents = documents;
        All = [.. documents.SelectMany(document => document.Definitions).OfType<TypeSystemDefinitionNode>()];
        Schema = All.OfType<SchemaDefinitionNode>().FirstOrDefault(node => !node.IsExtension);
        SchemaExtensions = [.. All.OfType<SchemaDefinitionNode>().Where(node => node.IsExtension)];
        TypeExtensions = All.OfType<TypeDefinitionNode>().Where(node => node.IsExtension).ToLookup(node => node.Name.Value);
        foreach (var definition in All)
        {
            Add(definition);
        }
    }

    public IReadOnlyList<DocumentNode> Documents { get; }

    /// <summary>In order of the documents.</summary>
    public IReadOnlyList<TypeSystemDefinitionNode> All { get; }

    public SchemaDefinitionNode? Schema { get; }

    public IReadOnlyList<SchemaDefinitionNode> SchemaExtensions { get; }

    public OrderedDictionary<string, TypeDefinitionNode> Types { get; } = new(StringComparer.Ordinal);

    public ILookup<string, TypeDefinitionNode> TypeExtensions { get; }

    public OrderedDictionary<string, DirectiveDefinitionNode> Directives { get; } = new(StringComparer.Ordinal);

    /// <summary>The definition of a type, then its extensions.</summary>
    public IReadOnlyList<TypeDefinitionNode> NodesOf(TypeDefinitionNode definition) => [definition, .. TypeExtensions[definition.Name.Value]];

    private void Add(TypeSystemDefinitionNode definition)
    {
        if (definition is TypeDefinitionNode { IsExtension: false } type)
        {
            Types.TryAdd(type.Name.Value, type);
        }
        else if (definition is DirectiveDefinitionNode directive)
        {
            Directives.TryAdd(directive.Name.Value, directive);
        }
    }
}
