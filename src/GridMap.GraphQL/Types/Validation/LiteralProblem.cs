using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types.Coercion;

namespace GridMap.GraphQL.Types.Validation;

/// <summary>A part of a literal without variables that is not of its type.</summary>
/// <param name="Path">As `.field` and `[index]`.</param>
internal sealed record LiteralProblem(string Path, string Message, ValueNode Node)
{
    public static IEnumerable<LiteralProblem> Find(ValueNode value, GraphQLType type, string path = "") => (type, value) switch
    {
        (NonNullType, NullValueNode) => [new(path, $"Expected value of non-null type \"{type}\" not to be null.", value)],
        (NonNullType nonNull, _) => Find(value, nonNull.OfType, path),
        (_, NullValueNode) => [],
        (ListType list, ListValueNode items) => items.Values.SelectMany((item, index) => Find(item, list.OfType, $"{path}[{index}]")),
        (ListType list, _) => Find(value, list.OfType, path),
        (InputObjectType input, ObjectValueNode fields) => FindInFields(fields, input, path),
        (InputObjectType, _) => [new(path, $"Expected value of type \"{type}\" to be an object, found: {Printer.Print(value)}.", value)],
        (EnumType values, _) => FindInLeaf(value, () => EnumCoercion.ParseLiteral(values, value), path),
        (ScalarType scalar, _) => FindInLeaf(value, () => scalar.Coercion.ParseLiteral(value), path),
        // Not an input type, which is an error of its own.
        _ => [],
    };

    private static IEnumerable<LiteralProblem> FindInFields(ObjectValueNode value, InputObjectType type, string path)
    {
        foreach (var field in type.Fields.Values)
        {
            var given = value.Fields.FirstOrDefault(node => node.Name.Value == field.Name);
            foreach (var problem in given is null ? FindMissing(value, type, field, path) : Find(given.Value, field.Type, $"{path}.{field.Name}"))
                yield return problem;
        }

        foreach (var unknown in value.Fields.Where(node => !type.Fields.ContainsKey(node.Name.Value)))
        {
            var suggestion = Suggestions.DidYouMean(unknown.Name.Value, type.Fields.Keys);
            var found = suggestion.Length > 0 ? $".{suggestion} Found" : ", found";
            var field = $"unknown field \"{unknown.Name.Value}\"";
            yield return new(path, $"Expected value of type \"{type}\" not to include {field}{found}: {Printer.Print(value)}.", value);
        }

        if (type.IsOneOf && value.Fields is not [{ Value: not NullValueNode }])
            yield return new(path, NotOneField(type), value);
    }

    private static string NotOneField(InputObjectType type) =>
        $"Within OneOf Input Object type \"{type}\", exactly one field must be specified, and the value for that field must be non-null.";

    private static IEnumerable<LiteralProblem> FindMissing(ObjectValueNode value, InputObjectType type, InputValueDefinition field, string path)
    {
        if (field.IsRequired)
            yield return new(path, $"Expected value of type \"{type}\" to include required field \"{field.Name}\", found: {Printer.Print(value)}.", value);
    }

    private static IReadOnlyList<LiteralProblem> FindInLeaf(ValueNode value, Func<object> parse, string path)
    {
        try
        {
            _ = parse();
            return [];
        }
        catch (CoercionException exception)
        {
            return [new(path, exception.Message, value)];
        }
    }
}
