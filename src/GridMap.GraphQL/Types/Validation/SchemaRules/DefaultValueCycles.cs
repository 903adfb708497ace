using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types.Validation.SchemaRules;

/// <summary>No default value of an input object's field needs itself (specification, section 3.10, InputObjectDefaultValueHasCycle).</summary>
internal sealed class DefaultValueCycles
{
    private readonly SchemaContext _context;
    private readonly HashSet<InputValueDefinition> _visited = [];

    /// <summary>The fields whose default values are being looked at, each needed by the one before.</summary>
    private readonly List<InputPosition> _path = [];

    private DefaultValueCycles(SchemaContext context) => _context = context;

    public static void Check(SchemaContext context)
    {
        var cycles = new DefaultValueCycles(context);
        foreach (var type in context.Types.OfType<InputObjectType>())
            cycles.VisitFields(type, []);
    }

    private void VisitValue(InputObjectType type, ValueNode value)
    {
        if (value is ListValueNode list)
        {
            foreach (var item in list.Values)
                VisitValue(type, item);
        }
        else if (value is ObjectValueNode given)
        {
            VisitFields(type, given.Fields);
        }
    }

    private void VisitFields(InputObjectType type, IReadOnlyList<ObjectFieldNode> given)
    {
        foreach (var field in type.Fields.Values)
        {
            if (field.Type.Named is not InputObjectType fieldType)
                continue;

            if (given.FirstOrDefault(node => node.Name.Value == field.Name) is { } node)
                VisitValue(fieldType, node.Value);
            else if (field.DefaultValue is not null)
                VisitDefault(new InputPosition($"{type}.{field.Name}", "input field", field), fieldType);
        }
    }

    private void VisitDefault(InputPosition field, InputObjectType type)
    {
        var start = _path.FindIndex(step => step.Value == field.Value);
        if (start >= 0)
        {
            Report(field, _path[start..]);
            return;
        }

        if (!_visited.Add(field.Value))
            return;

        _path.Add(field);
        VisitValue(type, field.Value.DefaultValue!);
        _path.RemoveAt(_path.Count - 1);
    }

    private void Report(InputPosition field, IReadOnlyList<InputPosition> cycle)
    {
        var via = cycle.Count > 1 ? $" via the default values of: {string.Join(", ", cycle.Skip(1).Select(step => step.Name))}" : "";
        _context.Report(
            $"Invalid circular reference. The default value of Input Object field {field.Name} references itself{via}.",
            cycle.Select(step => step.Value.DefaultValue));
    }
}
