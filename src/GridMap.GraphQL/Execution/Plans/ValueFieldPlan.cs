namespace GridMap.GraphQL.Execution.Plans;

/// <summary>A field whose values have a known .NET type.</summary>
internal abstract class ValueFieldPlan<T>(FieldShape shape, ValueWriter<T> writer) : FieldPlan(shape)
{
    private readonly bool _isNonNull = shape.IsNonNull;
    private readonly bool _isLeaf = writer.IsLeaf;

    public override IEnumerable<ObjectPlan> Selections => Writer.Selections;

    protected ValueWriter<T> Writer { get; } = writer;

    /// <summary>Writes a value that was resolved before.</summary>
    protected bool WriteResolved(int slot, ExecutionState state) => state.Slots[slot].Value switch
    {
        FieldFailure failure => Fail(failure.Exception, state.Buffer.Length, state.Depth, state),
        var value => WriteValue((T?)value, slot, state),
    };

    protected bool WriteValue(T? value, int slot, ExecutionState state)
    {
        if (value is null)
            return _isNonNull ? FailWithNull(state) : Null(state);

        var start = state.Buffer.Length;
        var depth = state.Depth;
        try
        {
            if (_isLeaf)
                return Writer.Write(value, slot, state);

            state.Enter(this);
            var complete = Writer.Write(value, slot, state);
            state.ReturnTo(depth);
            if (complete)
                return true;
        }
        catch (Exception exception) when (state.IsFieldError(exception))
        {
            return Fail(exception, start, depth, state);
        }

        state.Buffer.Truncate(start);
        return !_isNonNull && Null(state);
    }

    protected bool Fail(Exception exception, int start, int depth, ExecutionState state)
    {
        state.ReturnTo(depth);
        state.Enter(this);
        state.AddError(exception);
        state.ReturnTo(depth);
        state.Buffer.Truncate(start);
        return !_isNonNull && Null(state);
    }

    /// <summary>Keeps a value for writing and starts what is asynchronous within it.</summary>
    protected void Keep(T? value, int slot, ExecutionState state)
    {
        state.Slots[slot].Value = value;
        if (value is not null && Writer.HasDeferred)
        {
            Writer.Resolve(value, slot, state);
        }
    }

    private static bool Null(ExecutionState state)
    {
        state.Buffer.WriteNull();
        return true;
    }

    private bool FailWithNull(ExecutionState state)
    {
        state.Enter(this);
        state.AddNullError();
        state.Leave();
        return false;
    }
}
