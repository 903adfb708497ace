using GridMap.Core;
using Npgsql;

namespace GridMap.Districts.Osm;

/// <summary>
/// A schema of this run's own in the target database, dropped when disposed. One import at a time holds the advisory lock;
/// whoever gets it also ends and drops what a killed run left behind.
/// </summary>
public sealed class OsmStaging : IAsyncDisposable
{
    public const string ApplicationName = "gridmap-osm-staging";

    private const string SchemaPrefix = "osm_staging_";

    private const long LockKey = 0x67_6d_6f_73_6d;

    private readonly NpgsqlConnection _connection;

    private OsmStaging(NpgsqlConnection connection, string schema)
    {
        _connection = connection;
        Schema = schema;
    }

    public string Schema { get; }

    public NpgsqlConnection Connection => _connection;

    /// <summary>Takes the lock, cleans up after killed runs, and makes an empty schema.</summary>
    public static async Task<Result<OsmStaging>> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0 };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        var staging = new OsmStaging(connection, SchemaPrefix + Guid.CreateVersion7().ToString("N"));
        try
        {
            await connection.OpenAsync(cancellationToken);
            if (!await staging.TakeLockAsync(cancellationToken))
            {
                await connection.DisposeAsync();
                return OsmRefusals.ImportRunning();
            }

            await staging.DropAllAsync(cancellationToken);
            await staging.ExecuteAsync($"CREATE SCHEMA {staging.Schema}", cancellationToken);
            return staging;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await DropAllAsync(CancellationToken.None);
        }
        finally
        {
            await _connection.DisposeAsync();
        }
    }

    private async Task<bool> TakeLockAsync(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock(@key)", _connection);
        command.Parameters.AddWithValue("key", LockKey);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task DropAllAsync(CancellationToken cancellationToken)
    {
        await using (var orphans = new NpgsqlCommand(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = @name AND datname = current_database()", _connection))
        {
            orphans.Parameters.AddWithValue("name", ApplicationName);
            await orphans.ExecuteNonQueryAsync(cancellationToken);
        }

        foreach (var schema in await FindSchemasAsync(cancellationToken))
        {
            await ExecuteAsync($"DROP SCHEMA IF EXISTS {schema} CASCADE", cancellationToken);
        }
    }

    private async Task<IReadOnlyList<string>> FindSchemasAsync(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "SELECT quote_ident(nspname) FROM pg_namespace WHERE starts_with(nspname, @prefix)", _connection);
        command.Parameters.AddWithValue("prefix", SchemaPrefix);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var names = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private async Task ExecuteAsync(string statement, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statement, _connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
