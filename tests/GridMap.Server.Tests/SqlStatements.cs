using System.Diagnostics;
using GridMap.Testing;
using Npgsql;

namespace GridMap.Server.Tests;

/// <summary>Counts the SQL statements that this process sends to one database.</summary>
internal sealed class SqlStatements : IDisposable
{
    private readonly ActivityListener _listener;
    private readonly string _database;
    private int _count;

    public SqlStatements(TestDatabase database)
    {
        _database = new NpgsqlConnectionStringBuilder(database.ConnectionString).Database!;
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Npgsql",
            Sample = static (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = Count,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>How many statements something took, those of the server's own life apart, which are not of a request.</summary>
    public async Task<int> DuringAsync(Func<Task> something)
    {
        Interlocked.Exchange(ref _count, 0);
        await something();
        return Volatile.Read(ref _count);
    }

    public void Dispose() => _listener.Dispose();

    private void Count(Activity activity)
    {
        var text = activity.GetTagItem("db.query.text") as string ?? activity.GetTagItem("db.statement") as string;
        var isOurs = activity.TagObjects.Any(tag => tag.Key is "db.name" or "db.namespace" && Equals(tag.Value, _database));
        if (isOurs && text is not null && !IsBackground(text))
        {
            Interlocked.Increment(ref _count);
        }
    }

    // The follower of the change log, the roster and whoever is signed in are looked at now and then, whatever is asked.
    private static bool IsBackground(string text) =>
        text.Contains("change_log", StringComparison.Ordinal)
        || text.Contains("on_duty_patrols", StringComparison.Ordinal)
        || text.Contains("session", StringComparison.Ordinal);
}
