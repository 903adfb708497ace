using GridMap.Database.Cluster;
using Npgsql;

namespace GridMap.Testing;

/// <summary>
/// The server the test databases are made on: `GRIDMAP_TEST_DATABASE`, an administrator's connection string;
/// without it a private cluster of the working copy, which runs while this process does.
/// </summary>
internal static class TestPostgres
{
    private static readonly Lazy<Task<string>> Cluster = new(StartClusterAsync);

    public static Task<string> FindServerAsync() =>
        Environment.GetEnvironmentVariable("GRIDMAP_TEST_DATABASE") is { Length: > 0 } named ? Task.FromResult(named) : Cluster.Value;

    public static async Task ExecuteAsync(string sql)
    {
        await using var server = NpgsqlDataSource.Create(await FindServerAsync());
        await using var command = server.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> StartClusterAsync()
    {
        var folder = Path.Combine(WorkingCopy.Find(), ".gridmap", "test");
        var cluster = (await PrivateCluster.FindAsync(new ClusterSettings(folder), CancellationToken.None)).Value;
        var connectionString = (await cluster.StartAsync(Environment.ProcessId, CancellationToken.None)).Value;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => cluster.StopAsync(Environment.ProcessId, CancellationToken.None).GetAwaiter().GetResult();
        return connectionString;
    }
}
