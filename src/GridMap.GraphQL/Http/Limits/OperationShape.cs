using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Http.Limits;

/// <summary>How much an operation asks for, told from its text alone. Sums stop growing at a limit no document is allowed.</summary>
internal readonly record struct OperationShape(int Depth, long Aliases, long Directives, long RootFields, bool Introspects)
{
    // Fragments that spread each other twice double at each step; a sum of sums stays in range.
    private const long Plenty = 1L << 40;

    public static OperationShape Of(DocumentNode document, OperationDefinitionNode operation)
    {
        var measure = new Measure(document);
        var shape = measure.Selections(operation.SelectionSet);
        return shape with { Directives = shape.Directives + operation.Directives.Count };
    }

    private OperationShape And(OperationShape other) => new(
        Math.Max(Depth, other.Depth),
        Math.Min(Aliases + other.Aliases, Plenty),
        Math.Min(Directives + other.Directives, Plenty),
        Math.Min(RootFields + other.RootFields, Plenty),
        Introspects || other.Introspects);

    /// <summary>Measures each fragment once; a valid document has no fragment that spreads itself.</summary>
    private sealed class Measure(DocumentNode document)
    {
        private readonly Dictionary<string, FragmentDefinitionNode> _fragments = document.Definitions.OfType<FragmentDefinitionNode>()
            .ToDictionary(fragment => fragment.Name.Value, StringComparer.Ordinal);

        private readonly Dictionary<string, OperationShape> _measured = new(StringComparer.Ordinal);

        public OperationShape Selections(SelectionSetNode set)
        {
            var sum = default(OperationShape);
            foreach (var selection in set.Selections)
            {
                var shape = Selection(selection);
                sum = sum.And(shape with { Directives = shape.Directives + selection.Directives.Count });
            }

            return sum;
        }

        private OperationShape Selection(SelectionNode selection) => selection switch
        {
            FieldNode field => Field(field),
            InlineFragmentNode fragment => Selections(fragment.SelectionSet),
            FragmentSpreadNode spread => Fragment(spread.Name.Value),
            _ => throw new ArgumentOutOfRangeException(nameof(selection), selection, null),
        };

        private OperationShape Field(FieldNode field)
        {
            var below = field.SelectionSet is { } set ? Selections(set) : default;
            var introspects = field.Name.Value is "__schema" or "__type";
            return new OperationShape(
                // What introspection goes deep into is small; validation has a rule of its own for its lists.
                introspects ? 1 : below.Depth + 1,
                Math.Min(below.Aliases + (field.Alias is null ? 0 : 1), Plenty),
                below.Directives,
                RootFields: 1,
                introspects || below.Introspects);
        }

        private OperationShape Fragment(string name)
        {
            if (!_measured.TryGetValue(name, out var shape))
            {
                var fragment = _fragments[name];
                shape = Selections(fragment.SelectionSet);
                _measured[name] = shape = shape with { Directives = shape.Directives + fragment.Directives.Count };
            }

            return shape;
        }
    }
}
