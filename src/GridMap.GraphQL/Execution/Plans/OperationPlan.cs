using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Execution.Plans;

/// <summary>An operation worked out for certain values of its `@skip` and `@include` variables.</summary>
internal sealed record OperationPlan(Source Source, ObjectPlan Root, IReadOnlyList<VariableArguments> VariableArguments);
