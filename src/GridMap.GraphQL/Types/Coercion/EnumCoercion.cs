using System.Text.Json;
using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types.Scalars;

namespace GridMap.GraphQL.Types.Coercion;

/// <summary>How values of an enum come in (specification, section 3.9): as a name in a document, as a string in JSON.</summary>
public static class EnumCoercion
{
    /// <exception cref="CoercionException">It is not a value of the enum.</exception>
    public static EnumValueDefinition ParseValue(EnumType type, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
            return Find(type, value.GetString()!);

        var text = Inspection.Of(value);
        throw new CoercionException($"Enum \"{type.Name}\" cannot represent non-string value: {text}.{DidYouMean(type, text)}");
    }

    /// <exception cref="CoercionException">It is not a value of the enum.</exception>
    public static EnumValueDefinition ParseLiteral(EnumType type, ValueNode value)
    {
        if (value is EnumValueNode name)
            return Find(type, name.Value);

        var text = Printer.Print(value);
        throw new CoercionException($"Enum \"{type.Name}\" cannot represent non-enum value: {text}.{DidYouMean(type, text)}");
    }

    private static EnumValueDefinition Find(EnumType type, string name) => type.Values.TryGetValue(name, out var value)
        ? value
        : throw new CoercionException($"Value \"{name}\" does not exist in \"{type.Name}\" enum.{DidYouMean(type, name)}");

    private static string DidYouMean(EnumType type, string name) => Suggestions.DidYouMean("the enum value", name, type.Values.Keys);
}
