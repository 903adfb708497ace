using Npgsql;

namespace GridMap.Database;

/// <summary>
/// Replaces one function or view, whose name is that of its script. One that changed its result, its parameters' names or its columns is dropped first;
/// a function that changed its parameters' types does not leave its old self beside the new one.
/// </summary>
internal static class FunctionStep
{
    private const string Savepoint = "function_step";

    public static async Task RunAsync(NpgsqlTransaction transaction, Script function, CancellationToken cancellationToken)
    {
        var before = await FindAsync(transaction, function, cancellationToken);
        await transaction.SaveAsync(Savepoint, cancellationToken);
        try
        {
            await ExecuteAsync(transaction, function.Text, cancellationToken);
        }
        catch (PostgresException changed) when (before.Count > 0
            && changed.SqlState is PostgresErrorCodes.InvalidFunctionDefinition or PostgresErrorCodes.InvalidTableDefinition)
        {
            await transaction.RollbackAsync(Savepoint, cancellationToken);
            await DropAsync(transaction, before, cancellationToken);
            await ExecuteAsync(transaction, function.Text, cancellationToken);
            return;
        }

        if ((await FindAsync(transaction, function, cancellationToken)).Count > before.Count)
        {
            await DropAsync(transaction, before, cancellationToken);
        }
    }

    /// <summary>What bears the name now: `FUNCTION name(types)` for each, or `VIEW name`.</summary>
    private static async Task<List<string>> FindAsync(NpgsqlTransaction transaction, Script function, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT 'FUNCTION ' || oid::regprocedure FROM pg_proc WHERE proname = $1 AND pronamespace = current_schema()::regnamespace
            UNION ALL
            SELECT 'VIEW ' || oid::regclass FROM pg_class WHERE relname = $1 AND relnamespace = current_schema()::regnamespace AND relkind = 'v'
            """,
            transaction.Connection,
            transaction)
        {
            Parameters = { new() { Value = Path.GetFileNameWithoutExtension(function.Name) } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }

    // Without CASCADE: what stands on a function must not vanish with it.
    private static Task DropAsync(NpgsqlTransaction transaction, List<string> found, CancellationToken cancellationToken) =>
        found.Count == 0 ? Task.CompletedTask : ExecuteAsync(transaction, string.Concat(found.Select(each => $"DROP {each};")), cancellationToken);

    private static async Task ExecuteAsync(NpgsqlTransaction transaction, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, transaction.Connection, transaction);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
