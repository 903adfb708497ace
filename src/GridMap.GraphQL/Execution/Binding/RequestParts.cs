using GridMap.GraphQL.Execution.Loading;
using GridMap.GraphQL.Execution.Plans;
using Microsoft.Extensions.DependencyInjection;

namespace GridMap.GraphQL.Execution.Binding;

/// <summary>The types of services and DataLoaders that resolvers take, numbered.</summary>
internal sealed class RequestPartTypes
{
    private readonly List<Type> _types = [];

    public int Count => _types.Count;

    public Type this[int part] => _types[part];

    public int NumberOf(Type type)
    {
        var known = _types.IndexOf(type);
        if (known >= 0)
            return known;

        _types.Add(type);
        return _types.Count - 1;
    }
}

/// <summary>One request's services and DataLoaders, each looked up or made once.</summary>
internal sealed class RequestParts(RequestPartTypes types, ExecutionState state)
{
    private readonly object?[] _parts = new object?[types.Count];

    public object Service(int part) => _parts[part] ??= state.Services.GetRequiredService(types[part]);

    public object Loader(int part) => _parts[part] ??= CreateLoader(types[part]);

    public void Clear() => Array.Clear(_parts);

    private BatchSource CreateLoader(Type type)
    {
        var loader = (BatchSource)ActivatorUtilities.CreateInstance(state.Services, type);
        loader.Loop = state.Loop;
        loader.Cancelled = state.CancellationToken;
        return loader;
    }
}
