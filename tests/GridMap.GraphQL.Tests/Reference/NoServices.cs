namespace GridMap.GraphQL.Tests.Reference;

/// <summary>For resolvers that need no services.</summary>
public sealed class NoServices : IServiceProvider
{
    public static readonly NoServices Instance = new();

    public object? GetService(Type serviceType) => null;
}
