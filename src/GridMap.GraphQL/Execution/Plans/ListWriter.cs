using System.Collections;
using System.Runtime.InteropServices;
using GridMap.GraphQL.Errors;

namespace GridMap.GraphQL.Execution.Plans;

/// <summary>A list: its items in order, each with its own errors.</summary>
internal class ListWriter<TList, TItem>(ValueWriter<TItem> itemWriter, bool itemIsNonNull) : ValueWriter<TList>
{
    private const int ItemsBetweenLooks = 1024;

    public override bool HasDeferred => itemWriter.HasDeferred;

    public override IEnumerable<ObjectPlan> Selections => itemWriter.Selections;

    public sealed override bool Write(TList value, int slot, ExecutionState state)
    {
        state.EnterList();
        state.Buffer.WriteRaw((byte)'[');
        var complete = HasDeferred ? WriteResolved(slot, state) : WriteItems(value, state);
        state.Buffer.WriteRaw((byte)']');
        state.Leave();
        return complete;
    }

    public sealed override void Resolve(TList value, int slot, ExecutionState state)
    {
        var items = Items(value, state.MaxListItems);
        var block = state.Allot(items.Count + 1);
        state.Slots[slot].Child = block;
        state.Slots[block].Child = items.Count;
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            state.Slots[block + 1 + i].Value = item;
            if (item is not null)
            {
                ResolveItem(item, block + 1 + i, state);
            }
        }
    }

    protected virtual IEnumerable<TItem> Enumerate(TList value) => (IEnumerable<TItem>)value!;

    private static void ThrowIfTooLong(int count, int most)
    {
        if (count > most)
        {
            throw new GraphQLException($"The list has more than {most} items.", ErrorCodes.ListTooLong);
        }
    }

    private List<TItem> Items(TList value, int most)
    {
        var items = new List<TItem>();
        foreach (var item in Enumerate(value))
        {
            items.Add(item);
            ThrowIfTooLong(items.Count, most);
        }

        return items;
    }

    private void ResolveItem(TItem item, int slot, ExecutionState state)
    {
        try
        {
            itemWriter.Resolve(item, slot, state);
        }
        catch (Exception exception)
        {
            state.Slots[slot].Value = new FieldFailure(exception);
        }
    }

    private bool WriteItems(TList value, ExecutionState state)
    {
        if (value is TItem[] array)
            return WriteSpan(array, state);

        if (value is List<TItem> list)
            return WriteSpan(CollectionsMarshal.AsSpan(list), state);

        var index = 0;
        foreach (var item in Enumerate(value))
        {
            ThrowIfTooLong(index + 1, state.MaxListItems);
            if (!WriteItem(item, index++, -1, state))
                return false;
        }

        return true;
    }

    private bool WriteSpan(ReadOnlySpan<TItem> items, ExecutionState state)
    {
        ThrowIfTooLong(items.Length, state.MaxListItems);
        for (var i = 0; i < items.Length; i++)
        {
            if (!WriteItem(items[i], i, -1, state))
                return false;
        }

        return true;
    }

    private bool WriteResolved(int slot, ExecutionState state)
    {
        var block = state.Slots[slot].Child;
        var count = state.Slots[block].Child;
        for (var i = 0; i < count; i++)
        {
            var resolved = state.Slots[block + 1 + i].Value;
            var written = resolved is FieldFailure failure
                ? Fail(failure, i, state)
                : WriteItem((TItem?)resolved, i, block + 1 + i, state);
            if (!written)
                return false;
        }

        return true;
    }

    private bool Fail(FieldFailure failure, int index, ExecutionState state)
    {
        Begin(index, state);
        state.AddError(failure.Exception);
        return Null(state);
    }

    private bool WriteItem(TItem? item, int index, int slot, ExecutionState state)
    {
        Begin(index, state);
        if (item is null)
        {
            if (itemIsNonNull)
            {
                state.AddNullError();
            }

            return Null(state);
        }

        var start = state.Buffer.Length;
        var depth = state.Depth;
        try
        {
            if (itemWriter.Write(item, slot, state))
                return true;
        }
        catch (Exception exception) when (state.IsFieldError(exception))
        {
            state.ReturnTo(depth);
            state.AddError(exception);
        }

        state.ReturnTo(depth);
        state.Buffer.Truncate(start);
        return Null(state);
    }

    private static void Begin(int index, ExecutionState state)
    {
        if (index > 0)
        {
            state.Buffer.WriteRaw((byte)',');
        }

        state.AtIndex(index);
        if (index % ItemsBetweenLooks == 0)
        {
            state.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    private bool Null(ExecutionState state)
    {
        if (itemIsNonNull)
            return false;

        state.Buffer.WriteNull();
        return true;
    }
}

/// <summary>A list of which nothing is known before it is there.</summary>
internal sealed class AnyListWriter(ValueWriter<object> itemWriter, bool itemIsNonNull) : ListWriter<object, object>(itemWriter, itemIsNonNull)
{
    protected override IEnumerable<object> Enumerate(object value) => value is IEnumerable items and not string
        ? items as IEnumerable<object> ?? items.Cast<object>()
        : throw new InvalidCastException($"A list is expected, not {value.GetType().Name}.");
}
