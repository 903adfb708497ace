namespace GridMap.GraphQL.Types.Validation.SchemaRules;

/// <summary>No input object needs another of itself, for such a value has no end (specification, section 3.10, Circular References).</summary>
internal sealed class InputObjectCycles
{
    private readonly SchemaContext _context;
    private readonly HashSet<InputObjectType> _visited = [];

    /// <summary>The fields from the first type to the one that is being looked at.</summary>
    private readonly List<InputValueDefinition> _path = [];

    private readonly Dictionary<InputObjectType, int> _depths = [];

    private InputObjectCycles(SchemaContext context) => _context = context;

    public static void Check(SchemaContext context)
    {
        var cycles = new InputObjectCycles(context);
        foreach (var type in context.Types.OfType<InputObjectType>())
            cycles.Visit(type);
    }

    private void Visit(InputObjectType type)
    {
        if (!_visited.Add(type))
            return;

        _depths.Add(type, _path.Count);
        foreach (var field in type.Fields.Values)
        {
            if (field.Type is NonNullType { OfType: InputObjectType needed })
                Follow(field, needed);
        }

        _depths.Remove(type);
    }

    private void Follow(InputValueDefinition field, InputObjectType needed)
    {
        _path.Add(field);
        if (_depths.TryGetValue(needed, out var depth))
        {
            var cycle = _path[depth..];
            var fields = string.Join('.', cycle.Select(step => step.Name));
            _context.Report(
                $"Cannot reference Input Object \"{needed}\" within itself through a series of non-null fields: \"{fields}\".",
                cycle.Select(step => step.Node));
        }
        else
        {
            Visit(needed);
        }

        _path.RemoveAt(_path.Count - 1);
    }
}
