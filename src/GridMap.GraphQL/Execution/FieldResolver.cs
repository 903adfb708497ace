namespace GridMap.GraphQL.Execution;

/// <summary>How a field's value is come by: read from its parent at once, or resolved, perhaps later, perhaps together with others.</summary>
public abstract class FieldResolver;
