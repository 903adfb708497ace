using GridMap.Testing;

namespace GridMap.Server.Tests.Coverage;

/// <summary>
/// A street of 1 200 m that a walker needs 1 000 s for, with five buildings at every fifth of it, a lane that does not hang together with it, a canal and a walled
/// compound beside it. Two communities: the street's first half with the lane, and its second half.
/// As a fixture for tests that change nothing; otherwise `await using var district = await CoverageDistrict.StartAsync();`.
/// </summary>
public sealed class CoverageDistrict : IAsyncLifetime, IAsyncDisposable
{
    private TestDatabase? _database;
    private TestServer? _server;

    public TestServer Server => _server ?? throw new InvalidOperationException("The district has not been started yet.");

    public static async Task<CoverageDistrict> StartAsync()
    {
        var district = new CoverageDistrict();
        await district.InitializeAsync();
        return district;
    }

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        await ExecuteAsync(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Coverage", "CoverageDistrict.sql")));
        _server = await TestServer.StartAsync(_database);
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = _database!.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }
}
