using GridMap.Testing;

namespace GridMap.Server.Tests.Coverage;

/// <summary>
/// A street of 1 200 m that a walker needs 1 000 s for, with five buildings at every fifth of it, a lane that does not hang together with it, a canal and a walled
/// compound beside it. Two communities: the street's first half with the lane, and its second half.
/// </summary>
internal sealed class CoverageDistrict : IAsyncDisposable
{
    private readonly TestDatabase _database;

    private CoverageDistrict(TestDatabase database, TestServer server) => (_database, Server) = (database, server);

    public TestServer Server { get; }

    public static async Task<CoverageDistrict> StartAsync()
    {
        var database = await TestDatabase.CreateAsync();
        var seed = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Coverage", "CoverageDistrict.sql"));
        await using var command = database.DataSource.CreateCommand(seed);
        await command.ExecuteNonQueryAsync();
        return new CoverageDistrict(database, await TestServer.StartAsync(database));
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = _database.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await _database.DisposeAsync();
    }
}
