using System.Text;
using GridMap.GraphQL.Execution.Inputs;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Execution.Plans;

/// <summary>A value of an enum: the member of a .NET enum, or its name in the schema.</summary>
internal sealed class EnumWriter<T> : LeafWriter<T>
{
    private readonly EnumType _type;
    private readonly (T Member, byte[] Json)[] _members;
    private readonly Dictionary<string, byte[]> _names;

    public EnumWriter(EnumType type)
    {
        _type = type;
        _names = type.Values.Keys.ToDictionary(name => name, name => Encoding.UTF8.GetBytes($"\"{name}\""), StringComparer.Ordinal);
        _members = typeof(T).IsEnum ? [.. Members()] : [];
    }

    public override bool Write(T value, int slot, ExecutionState state)
    {
        state.Buffer.WriteRaw(FindMember(value) ?? FindName(value!));
        return true;
    }

    /// <summary>Enums are short: looking along the members is faster than a hash, and does not box.</summary>
    private byte[]? FindMember(T value)
    {
        foreach (var (member, json) in _members)
        {
            if (EqualityComparer<T>.Default.Equals(member, value))
                return json;
        }

        return null;
    }

    private byte[] FindName(object value)
    {
        var name = value as string ?? (value is Enum member ? EnumNames.InSchema(member.ToString()) : null);
        return name is not null && _names.TryGetValue(name, out var json)
            ? json
            : throw new CoercionException($"Enum \"{_type.Name}\" cannot represent value: {Inspection.Of(value is Enum ? value.ToString() : value)}");
    }

    private IEnumerable<(T Member, byte[] Json)> Members() =>
        from member in Enum.GetValues(typeof(T)).Cast<T>()
        let name = EnumNames.InSchema(member.ToString()!)
        where _names.ContainsKey(name)
        select (member, _names[name]);
}
