using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Execution.Output;
using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Execution.Plans;

/// <summary>The errors of fields (specification, section 6.4.4), in the order of the response.</summary>
internal sealed class ErrorCollector(ErrorLog log, int mostErrors)
{
    /// <summary>What clients are told about an exception that is not meant for them.</summary>
    public const string Hidden = "Unexpected execution error";

    private readonly List<GraphQLError> _errors = [];

    /// <summary>The document that locations are in.</summary>
    public Source? Source { get; set; }

    public CancellationToken CancellationToken { get; set; }

    public IReadOnlyList<GraphQLError> Errors => _errors;

    public void Clear() => _errors.Clear();

    public void Add(Exception exception, ReadOnlySpan<PathStep> path)
    {
        if (_errors.Count >= mostErrors)
            throw new ResponseTooLargeException($"The response has more than {mostErrors} errors.");

        var error = ErrorOf(exception, path);
        var located = error.Locations.Count > 0 ? error : error with { Locations = LocationsOf(FieldOf(path)) };
        _errors.Add(located.Path.Count > 0 ? located : located with { Path = PathOf(path) });
    }

    public void AddNull(ReadOnlySpan<PathStep> path)
    {
        var field = FieldOf(path);
        Add(new GraphQLException($"Cannot return null for non-nullable field {field.Shape.Parent.Name}.{field.Shape.Definition.Name}.", ErrorCodes.NullForNonNull), path);
    }

    private GraphQLError ErrorOf(Exception exception, ReadOnlySpan<PathStep> path)
    {
        switch (exception)
        {
            case GraphQLException told:
                return told.Error;
            case CoercionException invalid:
                return new GraphQLException(invalid.Message, ErrorCodes.InvalidResult).Error;
            case AggregateException { InnerExceptions: [GraphQLException only] }:
                return only.Error;
            default:
                log.Unexpected(exception, string.Join('.', PathOf(path)));
                return new GraphQLException(Hidden, ErrorCodes.Unexpected).Error;
        }
    }

    private static FieldPlan FieldOf(ReadOnlySpan<PathStep> path)
    {
        for (var i = path.Length - 1; i >= 0; i--)
        {
            if (path[i].Field is { } field)
                return field;
        }

        throw new InvalidOperationException("An error belongs to a field.");
    }

    private IReadOnlyList<SourceLocation> LocationsOf(FieldPlan field) =>
        [.. field.Shape.Nodes.Select(node => Source!.LocationOf(node.Span.Start))];

    private static IReadOnlyList<object> PathOf(ReadOnlySpan<PathStep> path)
    {
        var steps = new object[path.Length];
        for (var i = 0; i < path.Length; i++)
        {
            steps[i] = path[i].Field is { } field ? field.ResponseName : path[i].Index;
        }

        return steps;
    }
}
