using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Http;

/// <summary>A scalar's coercion by the scalar's name.</summary>
public sealed record GraphQLScalar(string Name, ScalarCoercion Coercion);
