using GridMap.Core.Facilities;
using GridMap.GraphQL.Execution;

namespace GridMap.Server.Facilities;

/// <summary>The local clock at an instant, once a request; no instant is now.</summary>
public sealed class LocalClocks(LoadLocalClock load, TimeProvider time) : DataLoader<DateTimeOffset, LocalClock>
{
    private readonly DateTimeOffset _now = time.GetUtcNow();

    public ValueTask<LocalClock?> LoadAsync(DateTimeOffset? instant, CancellationToken cancellationToken) => base.LoadAsync(instant ?? _now, cancellationToken);

    protected override async Task<IReadOnlyDictionary<DateTimeOffset, LocalClock>> LoadBatchAsync(
        IReadOnlyList<DateTimeOffset> keys, CancellationToken cancellationToken)
    {
        var clocks = new Dictionary<DateTimeOffset, LocalClock>();
        foreach (var instant in keys)
        {
            clocks[instant] = await load.RunAsync(instant, cancellationToken);
        }

        return clocks;
    }
}
