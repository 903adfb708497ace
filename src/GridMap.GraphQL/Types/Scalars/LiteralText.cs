using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types.Scalars;

/// <summary>A value as it is written in a document.</summary>
internal static class LiteralText
{
    public static string Of(ValueNode value) => value switch
    {
        IntValueNode number => number.Value,
        FloatValueNode number => number.Value,
        StringValueNode text => Inspection.Of(text.Value),
        BooleanValueNode truth => truth.Value ? "true" : "false",
        EnumValueNode name => name.Value,
        VariableNode variable => $"${variable.Name.Value}",
        ListValueNode list => $"[{string.Join(", ", list.Values.Select(Of))}]",
        ObjectValueNode { Fields.Count: 0 } => "{}",
        ObjectValueNode fields => $"{{ {string.Join(", ", fields.Fields.Select(field => $"{field.Name.Value}: {Of(field.Value)}"))} }}",
        _ => "null",
    };
}
