using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Tests.Validation.FieldMerging;

/// <summary>
/// The algorithms FieldsInSetCanMerge and SameResponseShape word by word (specification, section 5.3.2): slow, without memory,
/// and for documents without cycles of fragments only.
/// </summary>
internal sealed class MergingBySpecification(Schema schema, DocumentNode document)
{
    private readonly Dictionary<string, FragmentDefinitionNode> _fragments =
        document.Definitions.OfType<FragmentDefinitionNode>().ToDictionary(fragment => fragment.Name.Value);

    private sealed record Field(FieldNode Node, CompositeType Parent, GraphQLType Type)
    {
        public IEnumerable<(SelectionSetNode Set, CompositeType Type)> Selections =>
            Node.SelectionSet is { } set ? [(set, (CompositeType)Type.Named)] : [];
    }

    public bool AllSetsCanMerge() => document.Definitions.Cast<ExecutableDefinitionNode>().All(definition =>
        AllSetsCanMerge(definition.SelectionSet, definition is FragmentDefinitionNode fragment ? TypeOf(fragment.TypeCondition) : schema.Query!));

    private bool AllSetsCanMerge(SelectionSetNode set, CompositeType type) =>
        FieldsInSetCanMerge([(set, type)])
        && CollectFields([(set, type)]).SelectMany(field => field.Selections).All(inner => AllSetsCanMerge(inner.Set, inner.Type));

    private bool FieldsInSetCanMerge(IEnumerable<(SelectionSetNode Set, CompositeType Type)> set) =>
        Pairs(set).All(pair => SameResponseShape(pair.A, pair.B) && (AreExclusive(pair.A, pair.B) || CanMerge(pair.A, pair.B)));

    private static bool AreExclusive(Field a, Field b) => a.Parent != b.Parent && a.Parent is ObjectType && b.Parent is ObjectType;

    private bool CanMerge(Field a, Field b) =>
        a.Node.Name.Value == b.Node.Name.Value && ArgumentsOf(a).SetEquals(ArgumentsOf(b)) && FieldsInSetCanMerge(a.Selections.Concat(b.Selections));

    private static HashSet<string> ArgumentsOf(Field field) =>
        [.. field.Node.Arguments.Select(argument => $"{argument.Name.Value}: {Printer.Print(argument.Value)}")];

    private bool SameResponseShape(Field a, Field b)
    {
        var (typeA, typeB) = (a.Type, b.Type);
        while (typeA is NonNullType or ListType || typeB is NonNullType or ListType)
        {
            if (typeA.GetType() != typeB.GetType())
                return false;

            typeA = typeA is NonNullType nonNullA ? nonNullA.OfType : ((ListType)typeA).OfType;
            typeB = typeB is NonNullType nonNullB ? nonNullB.OfType : ((ListType)typeB).OfType;
        }

        if (typeA is not CompositeType || typeB is not CompositeType)
            return typeA == typeB;

        return Pairs(a.Selections.Concat(b.Selections)).All(pair => SameResponseShape(pair.A, pair.B));
    }

    private IEnumerable<(Field A, Field B)> Pairs(IEnumerable<(SelectionSetNode Set, CompositeType Type)> sets)
    {
        var fields = CollectFields(sets);
        return fields
            .SelectMany((a, index) => fields.Skip(index + 1).Select(b => (A: a, B: b)))
            .Where(pair => pair.A.Node.ResponseName == pair.B.Node.ResponseName);
    }

    private List<Field> CollectFields(IEnumerable<(SelectionSetNode Set, CompositeType Type)> sets) =>
        [.. sets.SelectMany(set => set.Set.Selections.SelectMany(selection => FieldsOf(selection, set.Type))).DistinctBy(field => field.Node)];

    private IEnumerable<Field> FieldsOf(SelectionNode selection, CompositeType type) => selection switch
    {
        FieldNode field => [new(field, type, schema.FindField(type, field.Name.Value)!.Type)],
        InlineFragmentNode { TypeCondition: null } inline => CollectFields([(inline.SelectionSet, type)]),
        InlineFragmentNode inline => CollectFields([(inline.SelectionSet, TypeOf(inline.TypeCondition!))]),
        FragmentSpreadNode spread => FieldsOf(_fragments[spread.Name.Value]),
        _ => throw new InvalidOperationException(),
    };

    private List<Field> FieldsOf(FragmentDefinitionNode fragment) => CollectFields([(fragment.SelectionSet, TypeOf(fragment.TypeCondition))]);

    private CompositeType TypeOf(NamedTypeNode node) => (CompositeType)schema.FindType(node)!;
}
