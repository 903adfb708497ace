using GridMap.GraphQL.Execution.Loading;

namespace GridMap.GraphQL.Execution;

/// <summary>
/// Loads things by key, many keys at a time and each key once a request: a field of a thousand objects costs one call of `LoadBatchAsync`.
/// One instance lives as long as one request; resolvers have it as a parameter.
/// </summary>
public abstract class DataLoader<TKey, TValue> : BatchSource
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, TaskCompletionSource<TValue?>> _loads = [];
    private List<TKey> _asked = [];

    /// <summary>The most keys of one call of `LoadBatchAsync`; more are loaded by several calls at a time.</summary>
    protected virtual int MaxBatchSize => 1_000;

    /// <summary>The value of a key, or default where the batch has none.</summary>
    public ValueTask<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken)
    {
        var load = Ask(key).Task;
        return new(cancellationToken == Cancelled || load.IsCompleted ? load : load.WaitAsync(cancellationToken));
    }

    /// <summary>Loads distinct keys, at most `MaxBatchSize`; a key without a value is left out of the answer.</summary>
    protected abstract Task<IReadOnlyDictionary<TKey, TValue>> LoadBatchAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken);

    internal sealed override void Dispatch()
    {
        List<TKey> keys;
        lock (_gate)
        {
            keys = _asked;
            _asked = [];
        }

        for (var start = 0; start < keys.Count; start += MaxBatchSize)
        {
            var batch = keys.Count <= MaxBatchSize ? keys : keys.GetRange(start, Math.Min(MaxBatchSize, keys.Count - start));
            _ = LoadAsync(batch);
        }
    }

    private TaskCompletionSource<TValue?> Ask(TKey key)
    {
        TaskCompletionSource<TValue?> load;
        bool first;
        lock (_gate)
        {
            if (_loads.TryGetValue(key, out var known))
                return known;

            load = new TaskCompletionSource<TValue?>();
            _loads.Add(key, load);
            first = _asked.Count == 0;
            _asked.Add(key);
        }

        if (first)
        {
            Enlist();
        }

        return load;
    }

    private void Enlist()
    {
        if (Loop is null)
        {
            Dispatch();
            return;
        }

        Loop.Enlist(this);
    }

    private async Task LoadAsync(List<TKey> keys)
    {
        try
        {
            var values = await LoadBatchAsync(keys, Cancelled);
            foreach (var key in keys)
            {
                LoadOf(key).TrySetResult(values.TryGetValue(key, out var value) ? value : default);
            }
        }
        catch (Exception exception)
        {
            foreach (var key in keys)
            {
                LoadOf(key).TrySetException(exception);
            }
        }
    }

    private TaskCompletionSource<TValue?> LoadOf(TKey key)
    {
        lock (_gate)
        {
            return _loads[key];
        }
    }
}

/// <summary>As a DataLoader by key, for a field with arguments: keys asked for with the same arguments are loaded together.</summary>
public abstract class DataLoader<TKey, TArguments, TValue> : DataLoader<(TKey Key, TArguments Arguments), TValue>
    where TKey : notnull
{
    public ValueTask<TValue?> LoadAsync(TKey key, TArguments arguments, CancellationToken cancellationToken) =>
        LoadAsync((key, arguments), cancellationToken);

    /// <summary>Loads distinct keys with one value of the arguments; a key without a value is left out of the answer.</summary>
    protected abstract Task<IReadOnlyDictionary<TKey, TValue>> LoadBatchAsync(
        IReadOnlyList<TKey> keys, TArguments arguments, CancellationToken cancellationToken);

    protected sealed override async Task<IReadOnlyDictionary<(TKey Key, TArguments Arguments), TValue>> LoadBatchAsync(
        IReadOnlyList<(TKey Key, TArguments Arguments)> keys, CancellationToken cancellationToken)
    {
        var loads = keys.GroupBy(pair => pair.Arguments).Select(group => LoadGroupAsync(group, cancellationToken)).ToList();
        var values = new Dictionary<(TKey Key, TArguments Arguments), TValue>();
        foreach (var (arguments, loaded) in await Task.WhenAll(loads))
        {
            foreach (var (key, value) in loaded)
            {
                values.Add((key, arguments), value);
            }
        }

        return values;
    }

    private async Task<(TArguments Arguments, IReadOnlyDictionary<TKey, TValue> Values)> LoadGroupAsync(
        IGrouping<TArguments, (TKey Key, TArguments Arguments)> group, CancellationToken cancellationToken) =>
        (group.Key, await LoadBatchAsync([.. group.Select(pair => pair.Key)], group.Key, cancellationToken));
}
