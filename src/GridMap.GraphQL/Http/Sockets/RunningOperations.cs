using System.Collections.Concurrent;

namespace GridMap.GraphQL.Http.Sockets;

/// <summary>The operations of one connection by the id the client gave each.</summary>
internal sealed class RunningOperations(int limit) : IDisposable
{
    // An operation the client has ended may take its time; it still holds its place.
    private readonly SemaphoreSlim _places = new(limit);

    private readonly ConcurrentDictionary<string, CancellationTokenSource> _byId = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _allEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // One for whoever waits for the end of all.
    private int _running = 1;

    public bool IsFull => _byId.Count >= limit;

    public bool Contains(string id) => _byId.ContainsKey(id);

    /// <summary>
    /// Starts an operation, as soon as there is a place; it gives its id free by the action it is handed. Only the receiver starts operations.
    /// </summary>
    public async ValueTask StartAsync(string id, Func<Action, CancellationToken, Task> runAsync, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        var cancellation = new CancellationTokenSource();
        _byId[id] = cancellation;
        Interlocked.Increment(ref _running);
        // Not in the receiver's turn, which would wait for whatever resolvers do before they first wait.
        _ = Task.Run(() => RunAsync(id, runAsync, cancellation), CancellationToken.None);
    }

    public async ValueTask EndAsync(string id)
    {
        if (_byId.TryRemove(id, out var cancellation))
        {
            await cancellation.CancelAsync();
        }
    }

    /// <summary>Cancels all and waits for them; none may be started any more.</summary>
    public async Task EndAllAsync()
    {
        foreach (var (_, cancellation) in _byId)
        {
            await cancellation.CancelAsync();
        }

        CountDown();
        await _allEnded.Task;
    }

    public void Dispose() => _places.Dispose();

    private async Task RunAsync(string id, Func<Action, CancellationToken, Task> runAsync, CancellationTokenSource cancellation)
    {
        try
        {
            await runAsync(() => _byId.TryRemove(new(id, cancellation)), cancellation.Token);
        }
        finally
        {
            _places.Release();
            CountDown();
        }
    }

    private void CountDown()
    {
        if (Interlocked.Decrement(ref _running) == 0)
        {
            _allEnded.SetResult();
        }
    }
}
