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
    private readonly Dictionary<TKey, Task<TValue?>> _loads = [];
    private Batch _asked = new();

    /// <summary>The most keys of one call of `LoadBatchAsync`; more are loaded by several calls at a time.</summary>
    protected virtual int MaxBatchSize => 1_000;

    /// <summary>The value of a key that the batch has none for: default, or what a loader of lists says is empty.</summary>
    protected virtual TValue? Missing => default;

    /// <summary>The value of a key, or `Missing` where the batch has none.</summary>
    public ValueTask<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken)
    {
        var load = Ask(key);
        return new(cancellationToken == Cancelled || load.IsCompleted ? load : load.WaitAsync(cancellationToken));
    }

    /// <summary>Loads distinct keys, at most `MaxBatchSize`; a key without a value is left out of the answer.</summary>
    protected abstract Task<IReadOnlyDictionary<TKey, TValue>> LoadBatchAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken);

    internal sealed override void Dispatch()
    {
        Batch asked;
        lock (_gate)
        {
            asked = _asked;
            _asked = new();
        }

        for (var start = 0; start < asked.Keys.Count; start += MaxBatchSize)
        {
            _ = LoadAsync(asked.Part(start, MaxBatchSize));
        }
    }

    private Task<TValue?> Ask(TKey key)
    {
        TaskCompletionSource<TValue?> load;
        bool first;
        lock (_gate)
        {
            if (_loads.TryGetValue(key, out var known))
                return known;

            load = new TaskCompletionSource<TValue?>();
            _loads.Add(key, load.Task);
            first = _asked.Keys.Count == 0;
            _asked.Add(key, load);
        }

        if (first)
        {
            Enlist();
        }

        return load.Task;
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

    private async Task LoadAsync(Batch batch)
    {
        try
        {
            batch.Complete(await LoadBatchAsync(batch.Keys, Cancelled), Missing);
        }
        catch (Exception exception)
        {
            // Handed to everyone who asked for one of the keys.
            batch.Fail(exception);
        }
    }

    /// <summary>Keys that are loaded together, and who waits for each.</summary>
    private sealed class Batch
    {
        private readonly List<TaskCompletionSource<TValue?>> _loads;

        public Batch()
            : this([], [])
        {
        }

        private Batch(List<TKey> keys, List<TaskCompletionSource<TValue?>> loads) => (Keys, _loads) = (keys, loads);

        public List<TKey> Keys { get; }

        public void Add(TKey key, TaskCompletionSource<TValue?> load)
        {
            Keys.Add(key);
            _loads.Add(load);
        }

        public Batch Part(int start, int most)
        {
            var count = Math.Min(most, Keys.Count - start);
            return count == Keys.Count ? this : new(Keys.GetRange(start, count), _loads.GetRange(start, count));
        }

        public void Complete(IReadOnlyDictionary<TKey, TValue> values, TValue? missing)
        {
            for (var i = 0; i < _loads.Count; i++)
            {
                _loads[i].TrySetResult(values.TryGetValue(Keys[i], out var value) ? value : missing);
            }
        }

        public void Fail(Exception exception)
        {
            foreach (var load in _loads)
            {
                load.TrySetException(exception);
            }
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
