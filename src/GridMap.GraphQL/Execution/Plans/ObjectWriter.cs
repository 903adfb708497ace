using System.Collections.Concurrent;
using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Execution.Plans;

/// <summary>A value of an object type: its selection.</summary>
internal sealed class ObjectWriter<T>(ObjectPlan plan) : ValueWriter<T>
{
    public override bool HasDeferred => plan.HasDeferred;

    public override IEnumerable<ObjectPlan> Selections => [plan];

    public override bool Write(T value, int slot, ExecutionState state) => plan.Write(value, plan.HasDeferred ? state.Slots[slot].Child : -1, state);

    public override void Resolve(T value, int slot, ExecutionState state)
    {
        // In two steps: while it resolves, the slots may move to a larger array.
        var block = plan.Resolve(value, state);
        state.Slots[slot].Child = block;
    }
}

/// <summary>A value of an interface or a union: the selection for its object type (specification, ResolveAbstractType, section 6.4.3).</summary>
internal sealed class AbstractWriter<T>(CompositeType type, IReadOnlyDictionary<ObjectType, ObjectPlan> plans, Func<object, string?>? typeNameOf) : ValueWriter<T>
{
    private readonly ConcurrentDictionary<Type, ObjectPlan> _byRuntimeType = new();

    public override bool HasDeferred { get; } = plans.Values.Any(plan => plan.HasDeferred);

    public override IEnumerable<ObjectPlan> Selections => plans.Values;

    public override bool Write(T value, int slot, ExecutionState state)
    {
        var plan = PlanOf(value!);
        return plan.Write(value, plan.HasDeferred ? state.Slots[slot].Child : -1, state);
    }

    public override void Resolve(T value, int slot, ExecutionState state)
    {
        var plan = PlanOf(value!);
        if (!plan.HasDeferred)
            return;

        var block = plan.Resolve(value, state);
        state.Slots[slot].Child = block;
    }

    private ObjectPlan PlanOf(object value)
    {
        if (_byRuntimeType.TryGetValue(value.GetType(), out var known))
            return known;

        if (typeNameOf?.Invoke(value) is { } name)
            return plans.FirstOrDefault(pair => pair.Key.Name == name).Value ?? throw Unknown($"Runtime Object type \"{name}\" is not a possible type for \"{type.Name}\".");

        for (var runtimeType = value.GetType(); runtimeType is not null; runtimeType = runtimeType.BaseType)
        {
            if (plans.FirstOrDefault(pair => pair.Key.RuntimeType == runtimeType).Value is { } plan)
                return _byRuntimeType[value.GetType()] = plan;
        }

        return plans.FirstOrDefault(pair => pair.Key.RuntimeType is { IsInterface: true } contract && contract.IsInstanceOfType(value)).Value is { } implemented
            ? _byRuntimeType[value.GetType()] = implemented
            : throw Unknown($"Abstract type \"{type.Name}\" got a value of none of its types.");
    }

    private static GraphQLException Unknown(string message) => new(message, ErrorCodes.UnknownObjectType);
}
