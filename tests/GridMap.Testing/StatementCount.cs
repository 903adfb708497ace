using System.Diagnostics;

namespace GridMap.Testing;

/// <summary>
/// Counts the SQL statements that HTTP requests sent to one database while it lives, as the driver itself tells of them; not those of the server's own work,
/// which no request began.
/// </summary>
public sealed class StatementCount : IDisposable
{
    private const string Driver = "Npgsql";
    private const string Requests = "Microsoft.AspNetCore";

    private readonly ActivityListener _listener;
    private int _count;

    public StatementCount(TestDatabase database)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name is Driver or Requests,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                // A session that is opened is told of as well, but has no text.
                if (activity.Source.Name == Driver && activity.GetTagItem("db.query.text") is not null && IsOfRequest(activity)
                    && activity.TagObjects.Any(tag => tag.Key is "db.name" or "db.namespace" && tag.Value is string name && name == database.Name))
                {
                    Interlocked.Increment(ref _count);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public int Value => Volatile.Read(ref _count);

    private static bool IsOfRequest(Activity? activity) => activity is not null && (activity.Source.Name == Requests || IsOfRequest(activity.Parent));

    public void Dispose() => _listener.Dispose();
}
