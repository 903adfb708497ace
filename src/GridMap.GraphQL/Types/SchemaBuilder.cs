using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types.Building;
using GridMap.GraphQL.Types.Introspection;
using GridMap.GraphQL.Types.Scalars;
using GridMap.GraphQL.Types.Validation;

namespace GridMap.GraphQL.Types;

/// <summary>Builds one schema from the documents of many subjects; the order of documents is the order of types.</summary>
public sealed class SchemaBuilder
{
    private readonly List<DocumentNode> _documents = [];
    private readonly Dictionary<string, ScalarCoercion> _scalars = new(BuiltInScalars.Coercions, StringComparer.Ordinal);

    public SchemaBuilder AddDocument(DocumentNode document)
    {
        _documents.Add(document);
        return this;
    }

    /// <summary>
    /// How the values of a custom scalar come in and go out. The scalar is in the schema if a document defines it or uses it;
    /// one that a document defines and nobody registers accepts any value.
    /// </summary>
    public SchemaBuilder AddScalar(string name, ScalarCoercion coercion)
    {
        _scalars[name] = coercion;
        return this;
    }

    /// <summary>The scalars that belong to any API: DateTime, Date, UUID and Long.</summary>
    public SchemaBuilder AddCommonScalars() => AddScalar("DateTime", new DateTimeCoercion())
        .AddScalar("Date", new DateCoercion())
        .AddScalar("UUID", new UuidCoercion())
        .AddScalar("Long", new LongCoercion());

    /// <exception cref="SchemaException">The documents do not make a valid schema.</exception>
    public Schema Build()
    {
        var definitions = new DefinitionSet(_documents);
        var builtIn = BuiltInDefinitions.Load();
        SchemaException.ThrowIfAny(DefinitionValidation.Check(new DefinitionContext(definitions, builtIn, _scalars.Keys)));

        var schema = Assemble(definitions, builtIn);
        SchemaException.ThrowIfAny(SchemaValidation.Check(new SchemaContext(schema, definitions)));
        IntrospectionResolvers.Bind(schema);
        return schema;
    }

    private Schema Assemble(DefinitionSet definitions, DefinitionSet builtIn)
    {
        var assembly = new TypeAssembly(_scalars);
        assembly.Add(builtIn, isBuiltIn: true);
        foreach (var (name, coercion) in _scalars.Where(scalar => !definitions.Types.ContainsKey(scalar.Key)))
        {
            assembly.AddScalar(name, coercion);
        }

        assembly.Add(definitions);
        var directives = Directives(assembly, definitions, builtIn);
        List<NamedType> defined = [.. definitions.Types.Keys.Select(name => assembly.Types[name])];
        var roots = new RootTypes(definitions, assembly.Types);
        return new Schema(
            definitions.Schema?.Description?.Value,
            TypeOrder.Of(defined, directives.Values, assembly.Types["__Schema"]),
            directives,
            roots.Find(OperationType.Query),
            roots.Find(OperationType.Mutation),
            roots.Find(OperationType.Subscription),
            [.. definitions.All.OfType<SchemaDefinitionNode>().OrderBy(node => node.IsExtension)]);
    }

    /// <summary>Those of the documents, which may redefine built-in ones; then the other built-in ones.</summary>
    private static OrderedDictionary<string, DirectiveDefinition> Directives(TypeAssembly assembly, DefinitionSet definitions, DefinitionSet builtIn)
    {
        var nodes = definitions.Directives.Values.Concat(builtIn.Directives.Values.ExceptBy(definitions.Directives.Keys, node => node.Name.Value));
        var directives = nodes.Select(node => assembly.Directive(node, builtIn.Directives.ContainsKey(node.Name.Value)));
        return new(directives.Select(directive => KeyValuePair.Create(directive.Name, directive)), StringComparer.Ordinal);
    }
}
