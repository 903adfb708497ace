using GridMap.GraphQL.Execution.Loading;
using GridMap.GraphQL.Execution.Plans;
using Microsoft.Extensions.DependencyInjection;

namespace GridMap.GraphQL.Execution.Binding;

/// <summary>The types of services and DataLoaders that resolvers take, numbered.</summary>
internal sealed class RequestPartTypes
{
    private readonly List<Type> _types = [];
    private readonly List<Lazy<ObjectFactory>> _factories = [];

    public int Count => _types.Count;

    public Type this[int part] => _types[part];

    public int NumberOf(Type type)
    {
        var known = _types.IndexOf(type);
        if (known >= 0)
            return known;

        _types.Add(type);
        _factories.Add(new(() => ActivatorUtilities.CreateFactory(type, Type.EmptyTypes)));
        return _types.Count - 1;
    }

    /// <summary>A new one with its constructor's services from the provider.</summary>
    public object Create(int part, IServiceProvider services) => _factories[part].Value(services, null);
}

/// <summary>One request's services and DataLoaders, each looked up or made once.</summary>
internal sealed class RequestParts(RequestPartTypes types, ExecutionState state)
{
    private readonly object?[] _parts = new object?[types.Count];

    public object Service(int part) => _parts[part] ??= state.Services.GetRequiredService(types[part]);

    public object Loader(int part) => _parts[part] ??= CreateLoader(part);

    public void Clear() => Array.Clear(_parts);

    private BatchSource CreateLoader(int part)
    {
        var loader = (BatchSource)types.Create(part, state.Services);
        loader.Loop = state.Loop;
        loader.Cancelled = state.CancellationToken;
        return loader;
    }
}
