using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Platform.Access;

/// <summary>An account as an operator lists it.</summary>
public sealed record AccountSummary
{
    public required string Login { get; init; }

    public required string Name { get; init; }

    public required bool IsDisabled { get; init; }

    public required bool HasKnownPassword { get; init; }

    /// <summary>Each as `dispatcher@140214001`.</summary>
    public required string[] Roles { get; init; }

    public required int Sessions { get; init; }
}

/// <summary>Finds all accounts in the order of their logins.</summary>
public static class FindAccounts
{
    public static async Task<IReadOnlyList<AccountSummary>> RunAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var accounts = await connection.QueryAsync<AccountSummary>(new CommandDefinition(
            Sql.Beside(typeof(FindAccounts)), cancellationToken: cancellationToken));
        return accounts.AsList();
    }
}
