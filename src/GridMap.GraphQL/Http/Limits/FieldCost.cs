using System.Globalization;
using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Http.Limits;

/// <summary>What the schema says about the cost of a field: by `@cost` and `@listSize` (IBM GraphQL Cost Directives), or by convention.</summary>
/// <param name="SizedFields">Where the field is no list itself: which fields below are the lists that the slicing arguments bound; null for all lists.</param>
internal sealed record FieldCost(int Weight, bool IsList, int? AssumedSize, IReadOnlyList<string> SlicingArguments, IReadOnlyList<string>? SizedFields)
{
    private static readonly string[] UsualSlicingArguments = ["first", "last", "limit"];

    public static FieldCost Of(FieldDefinition field)
    {
        var listSize = field.Directives.FirstOrDefault(directive => directive.Name.Value == "listSize");
        var slicing = Names(listSize, "slicingArguments") ?? UsualSlicingArguments;
        return new FieldCost(
            StatedWeight(field) ?? (field.Type.Named is CompositeType ? 1 : 0),
            field.Type.Nullable is ListType,
            Find(listSize, "assumedSize") is IntValueNode size ? int.Parse(size.Value, CultureInfo.InvariantCulture) : null,
            [.. slicing.Where(field.Arguments.ContainsKey)],
            Names(listSize, "sizedFields"));
    }

    private static int? StatedWeight(FieldDefinition field) =>
        Find(field.Directives.FirstOrDefault(directive => directive.Name.Value == "cost"), "weight") is StringValueNode weight
            ? int.Parse(weight.Value, CultureInfo.InvariantCulture)
            : null;

    private static string[]? Names(DirectiveNode? directive, string argument) => Find(directive, argument) switch
    {
        ListValueNode list => [.. list.Values.OfType<StringValueNode>().Select(value => value.Value)],
        StringValueNode one => [one.Value],
        _ => null,
    };

    private static ValueNode? Find(DirectiveNode? directive, string argument) =>
        directive?.Arguments.FirstOrDefault(given => given.Name.Value == argument)?.Value;
}
