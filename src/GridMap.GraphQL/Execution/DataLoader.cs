namespace GridMap.GraphQL.Execution;

/// <summary>
/// Loads things by key, many keys at a time and each key once a request: a field of a thousand objects costs one call of `LoadBatchAsync`.
/// One instance lives as long as one request; resolvers have it as a parameter.
/// </summary>
public abstract class DataLoader<TKey, TValue>
    where TKey : notnull
{
    /// <summary>The value of a key, or default where the batch has none.</summary>
    public ValueTask<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Loads distinct keys, at most `MaxBatchSize`; a key without a value is left out of the answer.</summary>
    protected abstract Task<IReadOnlyDictionary<TKey, TValue>> LoadBatchAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken);
}
