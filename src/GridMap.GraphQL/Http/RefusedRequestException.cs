using GridMap.GraphQL.Errors;

namespace GridMap.GraphQL.Http;

/// <summary>A request that is no well-formed GraphQL-over-HTTP request, or that may not be made; answered with this status whatever the media type.</summary>
internal sealed class RefusedRequestException(int status, GraphQLError error) : Exception(error.Message)
{
    public int Status { get; } = status;

    public GraphQLError Error { get; } = error;
}
