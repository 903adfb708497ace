using System.Runtime.InteropServices;
using System.Text.Json;
using GridMap.GraphQL.Errors;

namespace GridMap.GraphQL.Types.Coercion;

/// <summary>Told of each part of a JSON value that is not of its type.</summary>
/// <param name="path">Names and indices from the value to the part.</param>
/// <param name="value">The part.</param>
/// <param name="message">What is wrong with it, without where.</param>
public delegate void JsonCoercionError(IReadOnlyList<object> path, JsonElement value, string message);

/// <summary>JSON values as .NET values of the same forms as <see cref="LiteralCoercion"/>'s (specification, sections 3.5 to 3.12, Input Coercion).</summary>
public sealed class JsonCoercion
{
    private readonly JsonCoercionError _report;

    /// <summary>From the value to where the coercion is now: names, and indices where there is no name.</summary>
    private readonly List<(string? Name, int Index)> _path = [];

    /// <summary>What is given for the fields of the objects around the coercion, the innermost last.</summary>
    private readonly List<JsonElement> _given = [];

    private JsonCoercion(JsonCoercionError report) => _report = report;

    /// <summary>The coerced value; meaningless if an error was reported.</summary>
    public static object? Coerce(JsonElement value, GraphQLType type, JsonCoercionError report) => new JsonCoercion(report).Coerce(value, type);

    private object? Coerce(JsonElement value, GraphQLType type)
    {
        var isNull = value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined;
        switch (type)
        {
            case NonNullType when isNull:
                return Report(value, $"Expected non-nullable type \"{type}\" not to be null.");
            case NonNullType nonNull:
                return Coerce(value, nonNull.OfType);
            case var _ when isNull:
                return null;
            case ListType list:
                return List(value, list.OfType);
            case InputObjectType input:
                return Object(value, input);
            default:
                return Leaf(value, type);
        }
    }

    private object?[] List(JsonElement value, GraphQLType itemType)
    {
        // Spec 3.11, Input Coercion: what is not a list is a list of one.
        if (value.ValueKind != JsonValueKind.Array)
            return [Coerce(value, itemType)];

        var items = new object?[value.GetArrayLength()];
        foreach (var (index, item) in value.EnumerateArray().Index())
            items[index] = At((null, index), item, itemType);

        return items;
    }

    private InputObject? Object(JsonElement value, InputObjectType type)
    {
        var result = new InputObject(type);
        if (value.ValueKind != JsonValueKind.Object)
        {
            Report(value, $"Expected type \"{type.Name}\" to be an object.");
            return null;
        }

        var (start, areAllKnown) = Lay(value, type);
        for (var index = 0; index < type.Fields.Count; index++)
            Give(result, type.Fields.GetAt(index).Value, value, _given[start + index]);

        _given.RemoveRange(start, type.Fields.Count);
        if (!areAllKnown)
            ReportUnknown(value, type);

        if (type.IsOneOf)
            CheckOneOf(value, result);

        return result;
    }

    /// <summary>Lays what is given for each field in the order of the type, undefined where nothing is; in one pass, because clients mostly write them in that order.</summary>
    private (int Start, bool AreAllKnown) Lay(JsonElement value, InputObjectType type)
    {
        var (start, count, next, areAllKnown) = (_given.Count, type.Fields.Count, 0, true);
        CollectionsMarshal.SetCount(_given, start + count);
        CollectionsMarshal.AsSpan(_given)[start..].Clear();
        foreach (var property in value.EnumerateObject())
        {
            var tried = 0;
            while (tried < count && !property.NameEquals(type.Fields.GetAt((next + tried) % count).Value.NameUtf8))
                tried++;

            if (tried == count)
            {
                areAllKnown = false;
                continue;
            }

            _given[start + (next + tried) % count] = property.Value;
            next += tried + 1;
        }

        return (start, areAllKnown);
    }

    private void ReportUnknown(JsonElement value, InputObjectType type)
    {
        foreach (var name in value.EnumerateObject().Select(property => property.Name).Distinct().Where(name => !type.Fields.ContainsKey(name)))
            Report(value, $"Field \"{name}\" is not defined by type \"{type.Name}\".{Suggestions.DidYouMean(name, type.Fields.Keys)}");
    }

    private void Give(InputObject result, InputValueDefinition field, JsonElement value, JsonElement given)
    {
        if (given.ValueKind != JsonValueKind.Undefined)
            result.Give(field, At((field.Name, 0), given, field.Type));
        else if (field.DefaultValue is not null)
            result.Give(field, LiteralCoercion.Default(field));
        else if (field.IsRequired)
            Report(value, $"Field \"{field.Name}\" of required type \"{field.Type}\" was not provided.");
    }

    /// <summary>Spec 3.10.1: exactly one field, and not null.</summary>
    private void CheckOneOf(JsonElement value, InputObject result)
    {
        if (result.Count != 1)
            Report(value, $"Exactly one key must be specified for OneOf type \"{result.Type.Name}\".");

        if (result.Keys.FirstOrDefault() is not { } name || value.GetProperty(name) is not { ValueKind: JsonValueKind.Null } nothing)
            return;

        _path.Add((name, 0));
        Report(nothing, $"Field \"{name}\" must be non-null.");
        _path.RemoveAt(_path.Count - 1);
    }

    private object? Leaf(JsonElement value, GraphQLType type)
    {
        try
        {
            return type switch
            {
                ScalarType scalar => scalar.Coercion.ParseValue(value),
                EnumType values => EnumCoercion.ParseValue(values, value).Value,
                _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not an input type."),
            };
        }
        catch (CoercionException exception)
        {
            return Report(value, exception.Message);
        }
    }

    private object? At((string? Name, int Index) step, JsonElement value, GraphQLType type)
    {
        _path.Add(step);
        var coerced = Coerce(value, type);
        _path.RemoveAt(_path.Count - 1);
        return coerced;
    }

    private object? Report(JsonElement value, string message)
    {
        _report([.. _path.Select(static step => step.Name ?? (object)step.Index)], value, message);
        return null;
    }
}
