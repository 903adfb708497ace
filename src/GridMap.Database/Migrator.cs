using GridMap.Core;
using Npgsql;

namespace GridMap.Database;

/// <summary>What a run of the migrator did.</summary>
public sealed record MigrationReport(IReadOnlyList<string> Migrations, IReadOnlyList<string> Functions);

/// <summary>
/// Brings a database to the schema of this program: immutable migrations, each once and in its own transaction; then the functions that changed, in one.
/// Two runs at once wait for each other.
/// </summary>
public sealed class Migrator(string connectionString, IReadOnlyList<Script> migrations, IReadOnlyList<Script> functions)
{
    private const long LockKey = 0x67726964_6d6170; // "gridmap"

    private const string Tables =
        """
        CREATE TABLE IF NOT EXISTS schema_migration (
            version integer PRIMARY KEY,
            name text NOT NULL,
            sha256 text NOT NULL,
            applied_at timestamptz NOT NULL DEFAULT now()
        );
        CREATE TABLE IF NOT EXISTS schema_function (
            name text PRIMARY KEY,
            sha256 text NOT NULL,
            applied_at timestamptz NOT NULL DEFAULT now()
        );
        """;

    public Migrator(string connectionString)
        : this(connectionString, Script.Migrations, Script.Functions)
    {
    }

    /// <summary>Why a server cannot work on this database as it is, or null; changes nothing.</summary>
    public async Task<Refusal?> FindRefusalAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        return await FindRefusalAsync(connection, cancellationToken);
    }

    /// <summary>The same on a connection that is open already.</summary>
    public async Task<Refusal?> FindRefusalAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (await ForeignDatabase.FindRefusalAsync(connection, cancellationToken) is { } foreign)
        {
            return foreign;
        }

        await using var find = new NpgsqlCommand("SELECT to_regclass('schema_migration') IS NOT NULL", connection);
        var applied = (bool)(await find.ExecuteScalarAsync(cancellationToken))! ? await LoadAppliedAsync(connection, cancellationToken) : [];
        return MigrationHistory.FindRefusal(applied, migrations)
            ?? (applied.Count < migrations.Count ? MigrationHistory.Behind(migrations[applied.Count]) : null);
    }

    /// <summary>Nothing is changed when it refuses.</summary>
    public async Task<Result<MigrationReport>> RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await ExecuteAsync(connection, $"SELECT pg_advisory_lock({LockKey})", cancellationToken);

        if ((await ForeignDatabase.FindRefusalAsync(connection, cancellationToken) ?? await PostGis.FindRefusalAsync(connection, cancellationToken)) is { } unfit)
        {
            return unfit;
        }

        await ExecuteAsync(connection, Tables, cancellationToken);
        var applied = await LoadAppliedAsync(connection, cancellationToken);
        if (MigrationHistory.FindRefusal(applied, migrations) is { } refusal)
        {
            return refusal;
        }

        var pending = migrations.Skip(applied.Count).ToList();
        foreach (var migration in pending)
        {
            await ApplyMigrationAsync(connection, migration, cancellationToken);
        }

        var changed = await ApplyFunctionsAsync(connection, all: pending.Count > 0, cancellationToken);
        return new MigrationReport([.. pending.Select(script => script.Name)], changed);
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        // Unpooled, so that no pool remembers the types of a database that had no PostGIS yet.
        var unpooled = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0, ApplicationName = "gridmap migrate" };
        var connection = new NpgsqlConnection(unpooled.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    private static async Task<List<AppliedMigration>> LoadAppliedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var applied = new List<AppliedMigration>();
        await using var command = new NpgsqlCommand("SELECT name, sha256 FROM schema_migration ORDER BY version", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            applied.Add(new(reader.GetString(0), reader.GetString(1)));
        }

        return applied;
    }

    private static async Task ApplyMigrationAsync(NpgsqlConnection connection, Script migration, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, migration.Text, cancellationToken);
        await ExecuteAsync(
            connection, "INSERT INTO schema_migration (version, name, sha256) VALUES ($1, $2, $3)", cancellationToken, migration.Version, migration.Name, migration.Sha256);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<string>> ApplyFunctionsAsync(NpgsqlConnection connection, bool all, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // A function may call one that comes later in the alphabet.
        await ExecuteAsync(connection, "SET LOCAL check_function_bodies = off", cancellationToken);
        var changed = new List<string>();
        foreach (var function in functions)
        {
            if (all || !await IsCurrentAsync(connection, function, cancellationToken))
            {
                await FunctionStep.RunAsync(transaction, function, cancellationToken);
                await ExecuteAsync(
                    connection,
                    "INSERT INTO schema_function (name, sha256) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET sha256 = excluded.sha256, applied_at = now()",
                    cancellationToken,
                    function.Name,
                    function.Sha256);
                changed.Add(function.Name);
            }
        }

        await transaction.CommitAsync(cancellationToken);
        return changed;
    }

    private static async Task<bool> IsCurrentAsync(NpgsqlConnection connection, Script function, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT EXISTS (SELECT FROM schema_function WHERE name = $1 AND sha256 = $2)", connection)
        {
            Parameters = { new() { Value = function.Name }, new() { Value = function.Sha256 } },
        };
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(Array.ConvertAll(values, value => new NpgsqlParameter { Value = value }));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
