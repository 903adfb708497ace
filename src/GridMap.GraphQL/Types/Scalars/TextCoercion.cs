using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types.Scalars;

/// <summary>A scalar that is written as a string of a format.</summary>
/// <param name="name">The scalar's name in messages.</param>
/// <param name="expected">What the string has to be, for messages: "a date as 2026-01-31".</param>
public abstract class TextCoercion<T>(string name, string expected) : ScalarCoercion
    where T : notnull
{
    public sealed override Type RuntimeType => typeof(T);

    public sealed override object ParseValue(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && TryParse(value, out var parsed) ? parsed : throw Refusal(Inspection.Of(value));

    public sealed override object ParseLiteral(ValueNode value) =>
        value is StringValueNode text && TryParse(text.Value, out var parsed) ? parsed : throw Refusal(Printer.Print(value));

    public sealed override void Write(Utf8JsonWriter writer, object value) => writer.WriteStringValue(Format(value) ?? throw Refusal(Inspection.Of(value)));

    /// <summary>For a form that is quicker read without making a string of it.</summary>
    protected virtual bool TryParse(JsonElement value, [MaybeNullWhen(false)] out T parsed) => TryParse(value.GetString()!, out parsed);

    protected abstract bool TryParse(string text, [MaybeNullWhen(false)] out T value);

    /// <summary>How a resolved value is written; null if it is none of this scalar's.</summary>
    protected abstract string? Format(object value);

    private CoercionException Refusal(string value) => new($"{name} must be {expected}, it cannot be {value}");
}
