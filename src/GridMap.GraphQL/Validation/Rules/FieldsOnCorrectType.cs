using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Validation.Rules;

/// <summary>A field is one of the type it is selected on (specification, section 5.3.1).</summary>
internal sealed class FieldsOnCorrectType(ValidationContext context) : ValidationRule
{
    public override void Listen(WalkEvents events) => events.FieldEntered += Check;

    private void Check(FieldNode field, FieldSite site)
    {
        if (site is not { Parent: { } type, Definition: null })
            return;

        var name = field.Name.Value;
        var suggestion = context.DidYouMean("to use an inline fragment on", () => TypesWith(type, name));
        if (suggestion.Length == 0)
            suggestion = context.DidYouMean(name, type is FieldsType { Fields: var fields } ? fields.Keys : []);

        context.Report($"Cannot query field \"{name}\" on type \"{type}\".{suggestion}", field);
    }

    /// <summary>
    /// Of the types that a value of an abstract type can have, and of the interfaces of these, those that do define the field:
    /// first those that most of them have, wider types before narrower ones.
    /// </summary>
    private List<string> TypesWith(CompositeType type, string field)
    {
        var uses = new Dictionary<FieldsType, int>();
        if (type is ObjectType)
            return [];

        foreach (var possible in context.Schema.PossibleTypes(type).Where(possible => possible.Fields.ContainsKey(field)))
        {
            uses[possible] = 1;
            foreach (var implemented in possible.Interfaces.Where(implemented => implemented.Fields.ContainsKey(field)))
                uses[implemented] = uses.GetValueOrDefault(implemented) + 1;
        }

        var types = new List<FieldsType>();
        foreach (var found in uses.Keys)
            types.Insert(PlaceFor(found, types, uses), found);

        return types.ConvertAll(found => found.Name);
    }

    /// <summary>By halving. It is no order that a sort can rely on: a wider type comes before a narrower one, yet a third may stand between by name.</summary>
    private static int PlaceFor(FieldsType type, List<FieldsType> sorted, Dictionary<FieldsType, int> uses)
    {
        var (first, end) = (0, sorted.Count);
        while (first < end)
        {
            var middle = (first + end) / 2;
            var other = sorted[middle];
            if ((uses[type] != uses[other] ? uses[other].CompareTo(uses[type]) : WiderFirst(type, other)) < 0)
                end = middle;
            else
                first = middle + 1;
        }

        return first;
    }

    private static int WiderFirst(FieldsType left, FieldsType right)
    {
        if (right.Interfaces.Any(implemented => implemented == left))
            return -1;

        return left.Interfaces.Any(implemented => implemented == right) ? 1 : NaturalOrder.Instance.Compare(left.Name, right.Name);
    }
}
