using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Platform.Access;

/// <summary>An account of a demonstration; null for a password that is no longer the one it was made with.</summary>
public sealed record DemoAccount(string Login, string Name, RoleInArea Role, string? Password);

/// <summary>One account for each role, so that a demonstration can be looked at with everybody's eyes.</summary>
public sealed class DemoAccounts(NpgsqlDataSource database, AddAccount add)
{
    private const string KnownPassword = "gridmap-demo";
    private const string Actor = "gridmap account demo";
    private const int RandomCharacters = 16;

    private static readonly Refusal PlaceMissing = new(
        "PLACE_MISSING", "There is no district yet: run `gridmap generate` or `gridmap import osm`.", "尚无辖区数据：请先运行 gridmap generate 或 gridmap import osm。");

    /// <summary>Makes those that are missing and answers all. The known password opens a server on its own machine only; random ones make all anew.</summary>
    public async Task<Result<List<DemoAccount>>> RunAsync(bool withRandomPasswords, CancellationToken cancellationToken)
    {
        if (await FindAreasAsync(cancellationToken) is not { } areas)
        {
            return PlaceMissing;
        }

        var accounts = Describe(areas);
        await RemoveAsync(accounts, withRandomPasswords, cancellationToken);
        var passwords = new Dictionary<string, string>();
        foreach (var account in accounts)
        {
            var password = withRandomPasswords ? SecretKey.Create()[..RandomCharacters] : KnownPassword;
            var wanted = new NewAccount(account.Login, account.Name, password, [account.Role], !withRandomPasswords) { IsDemo = true };
            var refusal = await add.RunAsync(wanted, Actor, cancellationToken);
            if (refusal is null)
            {
                passwords[account.Login] = password;
            }
            else if (refusal != AddAccount.Exists)
            {
                return refusal;
            }
        }

        foreach (var kept in (await FindAccounts.RunAsync(database, cancellationToken)).Where(account => account.HasKnownPassword))
        {
            passwords[kept.Login] = KnownPassword;
        }

        return accounts.ConvertAll(account => account with { Password = passwords.GetValueOrDefault(account.Login) });
    }

    private static List<DemoAccount> Describe(DemoAreas areas) =>
    [
        new("viewer", "观察员", new RoleInArea(Role.Viewer, null), null),
        new("dispatcher", "派遣员", new RoleInArea(Role.Dispatcher, areas.Subdistrict), null),
        new("manager", "网格管理员", new RoleInArea(Role.GridManager, areas.Community), null),
        new("reviewer", "审核员", new RoleInArea(Role.Reviewer, null), null),
        new("admin", "系统管理员", new RoleInArea(Role.Administrator, null), null),
        new("field", "网格员", new RoleInArea(Role.Field, areas.Grid), null),
        new("integration", "对接系统", new RoleInArea(Role.Integration, null), null),
        new("wall", "指挥大屏", new RoleInArea(Role.Wall, null), null),
    ];

    private async Task<DemoAreas?> FindAreasAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Beside<DemoAccounts>());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new DemoAreas(reader.GetString(0), reader.GetString(1), reader.GetString(2))
            : null;
    }

    private async Task RemoveAsync(List<DemoAccount> accounts, bool withRandomPasswords, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Beside<DemoAccounts>("remove"));
        command.Parameters.AddWithValue("logins", accounts.Select(account => account.Login).ToArray());
        command.Parameters.AddWithValue("with_random_passwords", withRandomPasswords);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private sealed record DemoAreas(string Subdistrict, string Community, string Grid);
}
