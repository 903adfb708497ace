using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Platform.Access;

/// <summary>A service token as an operator lists it; never its key.</summary>
public sealed record ServiceTokenSummary
{
    public required string Name { get; init; }

    public required string[] Scopes { get; init; }

    public string? AreaCode { get; init; }

    public DateTimeOffset? EndsAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }
}

/// <summary>Finds all service tokens in the order of their names.</summary>
public static class FindServiceTokens
{
    public static async Task<IReadOnlyList<ServiceTokenSummary>> RunAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var tokens = await connection.QueryAsync<ServiceTokenSummary>(new CommandDefinition(
            Sql.Beside(typeof(FindServiceTokens)), cancellationToken: cancellationToken));
        return tokens.AsList();
    }
}
