namespace GridMap.GraphQL.Types.Validation.SchemaRules;

/// <summary>
/// No directive stands within its own definition, or within a type or a directive that its arguments need
/// (specification, section 3.13, Type Validation).
/// </summary>
internal sealed class DirectiveCycles
{
    private readonly SchemaContext _context;
    private readonly HashSet<object> _visited = [];

    private DirectiveCycles(SchemaContext context) => _context = context;

    public static void Check(SchemaContext context)
    {
        foreach (var directive in context.Directives.Where(directive => new DirectiveCycles(context).Reaches(directive.Arguments.Values, directive)))
            context.Report($"Directive @{directive.Name} cannot reference itself.", directive.Node);
    }

    private bool Reaches(IEnumerable<InputValueDefinition> values, DirectiveDefinition target) =>
        values.Any(value => Reaches(value.Directives.Select(node => node.Name.Value), target) || Reaches(value.Type.Named, target));

    private bool Reaches(NamedType type, DirectiveDefinition target)
    {
        if (!_visited.Add(type))
            return false;

        return Reaches(type.Directives.Select(node => node.Name.Value), target) || type switch
        {
            InputObjectType input => Reaches(input.Fields.Values, target),
            EnumType values => Reaches(values.Values.Values.SelectMany(value => value.Directives).Select(node => node.Name.Value), target),
            _ => false,
        };
    }

    private bool Reaches(IEnumerable<string> used, DirectiveDefinition target) =>
        used.Select(name => _context.Schema.Directives[name])
            .Any(directive => directive == target || (_visited.Add(directive) && Reaches(directive.Arguments.Values, target)));
}
