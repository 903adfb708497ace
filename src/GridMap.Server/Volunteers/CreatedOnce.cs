using Dapper;
using GridMap.Core;
using GridMap.Platform.Schema;
using Npgsql;

namespace GridMap.Server.Volunteers;

/// <summary>Runs a statement that makes something by an idempotency key, or finds what the key made before.</summary>
internal static class CreatedOnce
{
    // A statement does not see what another one committed while it waited for the key; the next statement does.
    private const int Attempts = 2;

    /// <summary>The id of what the key made; refused where that says something else.</summary>
    public static async Task<Result<Guid>> RunAsync(NpgsqlConnection connection, CommandDefinition statement)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await connection.QuerySingleOrDefaultAsync<Created>(statement) is { } created)
            {
                return created.IsSame ? created.Id : IdempotencyKey.Reused;
            }
        }

        throw new InvalidOperationException("Nothing was written, and nothing was found by the idempotency key.");
    }

    private sealed record Created(Guid Id, bool IsSame);
}
