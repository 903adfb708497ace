using GridMap.GraphQL.Types.Coercion;

namespace GridMap.GraphQL.Execution.Inputs;

/// <summary>Makes the .NET value that a resolver takes out of a coerced one.</summary>
internal abstract class InputConverter
{
    public abstract object? Convert(object? value);
}

/// <summary>As it is; null for a value type is its default.</summary>
internal sealed class SameConverter(object? forNull) : InputConverter
{
    public override object? Convert(object? value) => value ?? forNull;
}

/// <summary>A number as a wider one.</summary>
internal sealed class NumberConverter(Type target, object? forNull) : InputConverter
{
    public override object? Convert(object? value) =>
        value is null ? forNull : System.Convert.ChangeType(value, target, System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>The member of a .NET enum by its name in the schema.</summary>
internal sealed class EnumConverter(IReadOnlyDictionary<string, object> members, object? forNull) : InputConverter
{
    public override object? Convert(object? value) => value is string name ? members[name] : forNull;
}

/// <summary>A list as an array, which is any read-only list too.</summary>
internal sealed class ArrayConverter<T>(InputConverter item) : InputConverter
{
    public override object? Convert(object? value) =>
        value is object?[] items ? Array.ConvertAll(items, element => (T)item.Convert(element)!) : null;
}

/// <summary>A list as a List.</summary>
internal sealed class ListConverter<T>(InputConverter item) : InputConverter
{
    public override object? Convert(object? value) =>
        value is object?[] items ? items.Select(element => (T)item.Convert(element)!).ToList() : null;
}

/// <summary>What was given, as given.</summary>
internal sealed class OptionalConverter<T>(InputConverter inner) : InputConverter
{
    public override object? Convert(object? value) => new Optional<T>((T)inner.Convert(value)!);
}

/// <summary>An input object as a record: its constructor with the fields by name.</summary>
internal sealed class RecordConverter(Lazy<Func<InputObject, object>> create, object? forNull) : InputConverter
{
    public override object? Convert(object? value) => value is InputObject fields ? create.Value(fields) : forNull;
}

/// <summary>A parameter of a record's constructor and the index of the input field that it is given.</summary>
internal sealed record RecordParameter(int Field, InputConverter Converter, object? Absent)
{
    public object? Take(InputObject fields) => fields.IsGiven(Field) ? Converter.Convert(fields[Field]) : Absent;
}
