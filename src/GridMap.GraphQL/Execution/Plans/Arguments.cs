using GridMap.GraphQL.Execution.Inputs;
using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Execution.Plans;

/// <summary>Where a field's arguments come from: worked out when planned, or once a request.</summary>
internal readonly record struct ArgumentPlan(object?[]? Constant, VariableArguments? Variable)
{
    public object?[] Of(ExecutionState state) => Constant ?? state.Arguments(Variable!);
}

/// <summary>Arguments that depend on variables, or that are wrong: then every use of the field is an error.</summary>
internal sealed class VariableArguments(int index, FieldShape shape, FieldResolver resolver, Source source)
{
    public int Index => index;

    public object?[] Bind(VariableValues variables) =>
        resolver.BindArguments(ArgumentCoercion.Coerce(shape.Definition, shape.Nodes[0], variables, source));
}
