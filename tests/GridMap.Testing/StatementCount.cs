using System.Diagnostics;

namespace GridMap.Testing;

/// <summary>Counts the SQL statements that were sent to one database while it lives, as the driver itself tells of them.</summary>
public sealed class StatementCount : IDisposable
{
    private readonly ActivityListener _listener;
    private int _count;

    public StatementCount(TestDatabase database)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Npgsql",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.TagObjects.Any(tag => tag.Key is "db.name" or "db.namespace" && tag.Value is string name && name == database.Name))
                {
                    Interlocked.Increment(ref _count);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public int Value => Volatile.Read(ref _count);

    public void Dispose() => _listener.Dispose();
}
