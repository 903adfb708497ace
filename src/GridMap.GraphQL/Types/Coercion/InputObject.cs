using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace GridMap.GraphQL.Types.Coercion;

/// <summary>
/// The value of an input object (specification, section 3.10): its fields by name, those that were not given and have no default left out;
/// or by their place in the type, so that a record is made of it without looking names up.
/// </summary>
public sealed class InputObject : IReadOnlyDictionary<string, object?>
{
    private static readonly object NotGiven = new();
    private readonly object?[] _values;

    internal InputObject(InputObjectType type)
    {
        Type = type;
        _values = new object?[type.Fields.Count];
        Array.Fill(_values, NotGiven);
    }

    public InputObjectType Type { get; }

    public int Count => _values.Count(value => value != NotGiven);

    public IEnumerable<string> Keys => this.Select(given => given.Key);

    public IEnumerable<object?> Values => this.Select(given => given.Value);

    public object? this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);

    /// <summary>The value at a field's index; null if it was not given.</summary>
    public object? this[int index] => IsGiven(index) ? _values[index] : null;

    public bool IsGiven(int index) => _values[index] != NotGiven;

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value)
    {
        var isGiven = Type.Fields.TryGetValue(key, out var field) && IsGiven(field.Index);
        value = isGiven ? _values[field!.Index] : null;
        return isGiven;
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() =>
        Type.Fields.Values.Where(field => IsGiven(field.Index)).Select(field => KeyValuePair.Create(field.Name, _values[field.Index])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Give(InputValueDefinition field, object? value) => _values[field.Index] = value;
}
