namespace GridMap.GraphQL.Execution.Plans;

/// <summary>CompleteValue() of the specification, section 6.4.3, for values of one .NET type: no boxes and no look at a value's type per value.</summary>
internal abstract class ValueWriter<T>
{
    /// <summary>The value has fields or items of its own.</summary>
    public virtual bool IsLeaf => false;

    /// <summary>Something within is asynchronous, so that `Resolve` has to run before `Write`.</summary>
    public virtual bool HasDeferred => false;

    /// <summary>What is selected of it, by object type.</summary>
    public virtual IEnumerable<ObjectPlan> Selections => [];

    /// <summary>Writes a value that is not null; false where a null within it takes the value with it.</summary>
    public abstract bool Write(T value, int slot, ExecutionState state);

    /// <summary>Starts what is asynchronous within a value that is not null; it may allot slots and keeps them at `slot`.</summary>
    public virtual void Resolve(T value, int slot, ExecutionState state)
    {
    }
}

/// <summary>A value type's value that may be missing; null never gets here.</summary>
internal sealed class NullableWriter<T>(ValueWriter<T> inner) : ValueWriter<T?>
    where T : struct
{
    public override bool IsLeaf => inner.IsLeaf;

    public override bool HasDeferred => inner.HasDeferred;

    public override IEnumerable<ObjectPlan> Selections => inner.Selections;

    public override bool Write(T? value, int slot, ExecutionState state) => inner.Write(value.GetValueOrDefault(), slot, state);

    public override void Resolve(T? value, int slot, ExecutionState state) => inner.Resolve(value.GetValueOrDefault(), slot, state);
}
