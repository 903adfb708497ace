using System.Collections.Frozen;

namespace GridMap.Server.Facilities;

/// <summary>
/// What codes stand for, in memory: they are few, and a code means the same as long as it is there. Read when a code is met that is not known yet,
/// by one statement for all who wait.
/// </summary>
public abstract class CodeBook<T>
    where T : class
{
    private readonly Lock _gate = new();
    private volatile FrozenDictionary<string, T> _known = FrozenDictionary<string, T>.Empty;
    private Task? _reading;

    /// <summary>Null where the database does not know the code either.</summary>
    public ValueTask<T?> FindAsync(string code, CancellationToken cancellationToken) =>
        _known.TryGetValue(code, out var known) ? new(known) : new(ReadAsync(code, cancellationToken));

    /// <summary>All there are.</summary>
    protected abstract Task<FrozenDictionary<string, T>> ReadAllAsync();

    private async Task<T?> ReadAsync(string code, CancellationToken cancellationToken)
    {
        Task reading;
        lock (_gate)
        {
            reading = _reading is { IsCompleted: false } running ? running : _reading = RememberAsync();
        }

        // Who stops waiting does not stop it for the others.
        await reading.WaitAsync(cancellationToken);
        return _known.GetValueOrDefault(code);
    }

    private async Task RememberAsync() => _known = await ReadAllAsync();
}
