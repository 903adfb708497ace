using GridMap.Platform.Database;
using Npgsql;
using Xunit;

namespace GridMap.Testing;

/// <summary>
/// A database of its own on a real PostGIS, with this program's schema; dropped when disposed.
/// As a fixture: `IClassFixture&lt;TestDatabase&gt;`; otherwise `await using var database = await TestDatabase.CreateAsync();`.
/// </summary>
public sealed class TestDatabase : IAsyncLifetime, IAsyncDisposable
{
    private readonly string _name = $"gridmap_test_{Guid.NewGuid():N}";
    private NpgsqlDataSource? _dataSource;
    private string? _connectionString;

    public string Name => _name;

    public string ConnectionString => _connectionString ?? throw new InvalidOperationException("The test database has not been created yet.");

    public NpgsqlDataSource DataSource => _dataSource ?? throw new InvalidOperationException("The test database has not been created yet.");

    public static async Task<TestDatabase> CreateAsync(bool migrate = true)
    {
        var database = new TestDatabase();
        await database.MakeAsync(migrate);
        return database;
    }

    public Task InitializeAsync() => MakeAsync(migrate: true);

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        if (_dataSource is not null)
        {
            await _dataSource.DisposeAsync();
        }

        await TestPostgres.ExecuteAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
    }

    private async Task MakeAsync(bool migrate)
    {
        // Its files are copied: written through the log, as is usual, they take several times as long.
        await TestPostgres.ExecuteAsync($"CREATE DATABASE {_name}" + (migrate ? $" TEMPLATE {await TestTemplate.FindAsync()} STRATEGY file_copy" : ""));
        var server = await TestPostgres.FindServerAsync();
        _connectionString = new NpgsqlConnectionStringBuilder(server) { Database = _name }.ConnectionString;
        _dataSource = DatabaseSetup.Open(_connectionString);
    }
}
