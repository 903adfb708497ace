using Dapper;
using GridMap.Core.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Platform.Access;

/// <summary>A session of an account that has not ended.</summary>
public sealed record OpenSessionSummary
{
    public required Guid Id { get; init; }

    public string? Address { get; init; }

    public string? Client { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset SeenAt { get; init; }

    public DateTimeOffset? EndsAt { get; init; }

    public required bool IsThis { get; init; }
}

/// <summary>Finds where a caller is signed in, the latest first.</summary>
public sealed class FindSessions(NpgsqlDataSource database, TimeProvider clock)
{
    public async Task<IReadOnlyList<OpenSessionSummary>> RunAsync(Caller caller, KeyHash key, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var sessions = await connection.QueryAsync<OpenSessionSummary>(new CommandDefinition(
            Sql.Beside<FindSessions>(), new { id = caller.Id, key_hash = key.ToBytes(), now = clock.GetUtcNow() }, cancellationToken: cancellationToken));
        return sessions.AsList();
    }
}
