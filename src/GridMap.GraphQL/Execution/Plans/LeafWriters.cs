using System.Collections.Concurrent;
using GridMap.GraphQL.Types;
using GridMap.GraphQL.Types.Scalars;

namespace GridMap.GraphQL.Execution.Plans;

/// <summary>The writers of scalars and enums by .NET type, made once an engine.</summary>
internal sealed class LeafWriters
{
    private readonly ConcurrentDictionary<(NamedType Type, Type RuntimeType), object> _writers = new();

    public ValueWriter<T> Writer<T>(NamedType type) => (ValueWriter<T>)_writers.GetOrAdd((type, typeof(T)), static key => Create<T>(key.Type));

    private static object Create<T>(NamedType type) => type switch
    {
        EnumType enumType => new EnumWriter<T>(enumType),
        ScalarType scalar => CreateFast(scalar.Coercion, typeof(T)) ?? new ScalarWriter<T>(scalar.Coercion),
        _ => throw new InvalidOperationException($"{type} is not a leaf."),
    };

    /// <summary>Known scalars of their own .NET types are written at once: the same text as their coercion's, without a box or a string.</summary>
    private static object? CreateFast(ScalarCoercion coercion, Type type) => coercion switch
    {
        StringCoercion or IdCoercion when type == typeof(string) => new TextWriter(),
        IdCoercion or UuidCoercion when type == typeof(Guid) => new QuotedWriter<Guid>(),
        IdCoercion when type == typeof(long) => new QuotedWriter<long>(),
        IdCoercion when type == typeof(int) => new QuotedWriter<int>(),
        IntCoercion when type == typeof(int) => new IntWriter(),
        LongCoercion when type == typeof(long) => new LongWriter(),
        BooleanCoercion when type == typeof(bool) => new BooleanWriter(),
        FloatCoercion when type == typeof(double) => new DoubleWriter(),
        DateTimeCoercion when type == typeof(DateTimeOffset) => new MomentWriter(),
        DateCoercion when type == typeof(DateOnly) => new DateWriter(),
        _ => null,
    };
}

/// <summary>A value of a scalar or an enum.</summary>
internal abstract class LeafWriter<T> : ValueWriter<T>
{
    public sealed override bool IsLeaf => true;
}

internal sealed class TextWriter : LeafWriter<string>
{
    public override bool Write(string value, int slot, ExecutionState state)
    {
        state.Buffer.WriteString(value);
        return true;
    }
}

internal sealed class QuotedWriter<T> : LeafWriter<T>
    where T : IUtf8SpanFormattable
{
    public override bool Write(T value, int slot, ExecutionState state)
    {
        state.Buffer.WriteQuoted(value);
        return true;
    }
}

internal sealed class LongWriter : LeafWriter<long>
{
    public override bool Write(long value, int slot, ExecutionState state)
    {
        state.Buffer.WriteInteger(value);
        return true;
    }
}

internal sealed class MomentWriter : LeafWriter<DateTimeOffset>
{
    public override bool Write(DateTimeOffset value, int slot, ExecutionState state)
    {
        state.Buffer.WriteMoment(value);
        return true;
    }
}

internal sealed class DateWriter : LeafWriter<DateOnly>
{
    public override bool Write(DateOnly value, int slot, ExecutionState state)
    {
        state.Buffer.WriteQuoted(value, "O");
        return true;
    }
}

internal sealed class IntWriter : LeafWriter<int>
{
    public override bool Write(int value, int slot, ExecutionState state)
    {
        state.Buffer.WriteInteger(value);
        return true;
    }
}

internal sealed class BooleanWriter : LeafWriter<bool>
{
    public override bool Write(bool value, int slot, ExecutionState state)
    {
        state.Buffer.WriteBoolean(value);
        return true;
    }
}

internal sealed class DoubleWriter : LeafWriter<double>
{
    public override bool Write(double value, int slot, ExecutionState state)
    {
        if (!double.IsFinite(value))
            throw new CoercionException($"Float cannot represent non numeric value: {Inspection.Of(value)}");

        state.Buffer.WriteDouble(value);
        return true;
    }
}

/// <summary>Any other scalar, by its coercion.</summary>
internal sealed class ScalarWriter<T>(ScalarCoercion coercion) : LeafWriter<T>
{
    public override bool Write(T value, int slot, ExecutionState state)
    {
        var writer = state.Buffer.ValueWriter();
        coercion.Write(writer, value!);
        writer.Flush();
        return true;
    }
}
