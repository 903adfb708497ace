using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Validation.Rules;

/// <summary>No fragment spreads itself, directly or through others (specification, section 5.5.2.2).</summary>
internal sealed class NoFragmentCycles(ValidationContext context) : ValidationRule
{
    /// <summary>Of a longer way round only the beginning is told.</summary>
    private const int MostSpreads = 100;

    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);

    /// <summary>The fragments being followed; a list and not calls, as a chain can be as long as a document.</summary>
    private readonly List<Step> _path = [];

    private readonly Dictionary<string, int> _indexInPath = new(StringComparer.Ordinal);

    public override void Listen(WalkEvents events) => events.FragmentEntered += Follow;

    private void Follow(FragmentDefinitionNode start)
    {
        Enter(start);
        while (_path.Count > 0)
        {
            var step = _path[^1];
            if (step.Next == step.Spreads.Count)
            {
                _path.RemoveAt(_path.Count - 1);
                _indexInPath.Remove(step.Name);
                continue;
            }

            _path[^1] = step with { Next = step.Next + 1 };
            Follow(step.Spreads[step.Next]);
        }
    }

    private void Follow(FragmentSpreadNode spread)
    {
        var name = spread.Name.Value;
        if (_indexInPath.TryGetValue(name, out var index))
            Report(name, index);
        else if (context.Facts.FindFragment(name) is { } fragment)
            Enter(fragment);
    }

    private void Enter(FragmentDefinitionNode fragment)
    {
        var name = fragment.Name.Value;
        if (!_visited.Add(name) || context.Facts.SpreadsIn(fragment.SelectionSet) is not { Count: > 0 } spreads)
            return;

        _indexInPath[name] = _path.Count;
        _path.Add(new(name, spreads, 0));
    }

    private void Report(string name, int index)
    {
        var spreads = _path.Skip(index).Take(MostSpreads).Select(step => step.Spreads[step.Next - 1]).ToArray();
        var between = spreads.Take(_path.Count - index - 1).Select(spread => $"\"{spread.Name.Value}\"").ToArray();
        var way = between.Length == 0 ? "" : $" via {string.Join(", ", between)}";
        context.Report($"Cannot spread fragment \"{name}\" within itself{way}.", spreads);
    }

    /// <summary>A fragment with its spreads, and which of them comes next.</summary>
    private readonly record struct Step(string Name, IReadOnlyList<FragmentSpreadNode> Spreads, int Next);
}
