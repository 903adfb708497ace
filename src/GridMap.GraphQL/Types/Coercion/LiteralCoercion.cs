using System.Text.Json;
using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types.Scalars;

namespace GridMap.GraphQL.Types.Coercion;

/// <summary>
/// Values of documents as .NET values (specification, sections 3.5 to 3.12, Input Coercion): scalars as their runtime type, enums as what
/// their values are bound to, lists as arrays, input objects as <see cref="InputObject"/>.
/// </summary>
public static class LiteralCoercion
{
    /// <summary>False where the value is not of the type, or is a variable without a value.</summary>
    /// <param name="value">The literal, variables within it allowed.</param>
    /// <param name="variables">Coerced values by name; one that is not there was not given.</param>
    public static bool TryCoerce(ValueNode value, GraphQLType type, IReadOnlyDictionary<string, object?> variables, out object? coerced)
    {
        if (value is VariableNode variable)
            return variables.TryGetValue(variable.Name.Value, out coerced) && (coerced is not null || type is not NonNullType);

        if (value is NullValueNode)
        {
            coerced = null;
            return type is not NonNullType;
        }

        switch (type)
        {
            case NonNullType nonNull:
                return TryCoerce(value, nonNull.OfType, variables, out coerced);
            case ListType list:
                return TryCoerceList(value, list.OfType, variables, out coerced);
            case InputObjectType input:
                return TryCoerceObject(value as ObjectValueNode, input, variables, out coerced);
            default:
                return TryCoerceLeaf(value, type, variables, out coerced);
        }
    }

    /// <summary>The default value of an argument or a field that has one; the same object each time.</summary>
    internal static object? Default(InputValueDefinition definition)
    {
        if (definition.CoercedDefault is { } known)
            return known.Value;

        if (!TryCoerce(definition.DefaultValue!, definition.Type, NoVariables, out var coerced))
            throw new InvalidOperationException($"The default value of {definition.Name} is not of its type, although the schema was checked.");

        definition.CoercedDefault = new(coerced);
        return coerced;
    }

    private static readonly IReadOnlyDictionary<string, object?> NoVariables = new Dictionary<string, object?>();

    private static bool TryCoerceList(ValueNode value, GraphQLType itemType, IReadOnlyDictionary<string, object?> variables, out object? coerced)
    {
        // Spec 3.11, Input Coercion: what is not a list is a list of one.
        var items = value is ListValueNode list ? list.Values : [value];
        var array = new object?[items.Count];
        coerced = array;
        for (var index = 0; index < array.Length; index++)
        {
            if (IsMissing(items[index], variables) && itemType is not NonNullType)
                continue;
            if (!TryCoerce(items[index], itemType, variables, out array[index]))
                return false;
        }

        return true;
    }

    private static bool TryCoerceObject(
        ObjectValueNode? value, InputObjectType type, IReadOnlyDictionary<string, object?> variables, out object? coerced)
    {
        var result = new InputObject(type);
        coerced = result;
        if (value is null || value.Fields.Any(field => !type.Fields.ContainsKey(field.Name.Value)))
            return false;

        foreach (var field in type.Fields.Values)
        {
            var node = value.Fields.LastOrDefault(node => node.Name.Value == field.Name)?.Value;
            if (!TryGive(result, field, node, variables))
                return false;
        }

        return !type.IsOneOf || (result.Count == 1 && result.Values.Single() is not null);
    }

    private static bool TryGive(InputObject result, InputValueDefinition field, ValueNode? node, IReadOnlyDictionary<string, object?> variables)
    {
        if (node is null || IsMissing(node, variables))
        {
            if (field.DefaultValue is not null)
                result.Give(field, Default(field));

            return !field.IsRequired;
        }

        var isOfType = TryCoerce(node, field.Type, variables, out var coerced);
        result.Give(field, coerced);
        return isOfType;
    }

    private static bool TryCoerceLeaf(ValueNode value, GraphQLType type, IReadOnlyDictionary<string, object?> variables, out object? coerced)
    {
        coerced = null;
        try
        {
            coerced = type switch
            {
                ScalarType scalar => scalar.Coercion.ParseLiteral(WithoutVariables(value, variables)),
                EnumType values => EnumCoercion.ParseLiteral(values, value).Value,
                _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not an input type."),
            };
            return true;
        }
        catch (CoercionException)
        {
            return false;
        }
    }

    /// <summary>The variables within a list or an object that is one scalar are replaced by what they stand for.</summary>
    private static ValueNode WithoutVariables(ValueNode value, IReadOnlyDictionary<string, object?> variables) => value switch
    {
        ListValueNode list => new ListValueNode([.. list.Values.Select(item => WithoutVariables(item, variables))], list.Span),
        ObjectValueNode fields => new ObjectValueNode(
            [.. fields.Fields.Where(field => !IsMissing(field.Value, variables)).Select(field => WithoutVariables(field, variables))], fields.Span),
        VariableNode variable => JsonLiteral.Of(JsonSerializer.SerializeToElement(variables.GetValueOrDefault(variable.Name.Value))),
        _ => value,
    };

    private static ObjectFieldNode WithoutVariables(ObjectFieldNode field, IReadOnlyDictionary<string, object?> variables) =>
        new(field.Name, WithoutVariables(field.Value, variables), field.Span);

    private static bool IsMissing(ValueNode value, IReadOnlyDictionary<string, object?> variables) =>
        value is VariableNode variable && !variables.ContainsKey(variable.Name.Value);
}
