using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Execution.Plans;

/// <summary>What is selected of one object type: its fields in the order of the response (specification, ExecuteCollectedFields, section 6.3.2).</summary>
internal sealed class ObjectPlan
{
    private readonly FieldPlan[] _deferred;

    public ObjectPlan(ObjectType type, FieldPlan[] fields)
    {
        Type = type;
        Fields = fields;
        _deferred = [.. fields.Where(field => field.IsDeferred)];
        for (var i = 0; i < _deferred.Length; i++)
        {
            _deferred[i].DeferredIndex = i;
        }
    }

    public ObjectType Type { get; }

    public FieldPlan[] Fields { get; }

    public bool HasDeferred => _deferred.Length > 0;

    /// <summary>Starts the asynchronous fields of one object; the answer is the first of their slots.</summary>
    public int Resolve(object? source, ExecutionState state)
    {
        var block = state.Allot(_deferred.Length);
        for (var i = 0; i < _deferred.Length; i++)
        {
            _deferred[i].Resolve(source, block + i, state);
        }

        return block;
    }

    public bool Write(object? source, int block, ExecutionState state)
    {
        var buffer = state.Buffer;
        foreach (var field in Fields)
        {
            buffer.WriteRaw(field.Prefix);
            if (!field.Write(source, block, state))
                return false;
        }

        buffer.WriteRaw(Fields.Length == 0 ? "{}"u8 : "}"u8);
        return true;
    }
}
