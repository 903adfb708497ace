using System.CommandLine;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Platform.Access;
using GridMap.Server.Patrols;

namespace GridMap.Server.Commands;

/// <summary>`gridmap account …`: who may come in. A password is printed once, to whoever runs the command, and nowhere else.</summary>
internal static class AccountCommand
{
    private const int RandomCharacters = 20;

    public static Command Create() => new("account", "Who may come in 账号")
    {
        CreateAdd(), CreateList(), CreateReset(), CreateShutOut("disable", isDisabled: true), CreateShutOut("enable", isDisabled: false), CreatePatrol(), CreateDemo(),
    };

    private static Command CreateAdd()
    {
        var login = new Argument<string>("login") { Description = "登录名" };
        var name = new Option<string?>("--name") { Description = "Name to show 显示名称" };
        var roles = new Option<string[]>("--role") { Description = "ROLE or ROLE@AREA-CODE, may be repeated 角色，可加 @区域编码", Required = true };
        var fromInput = new Option<bool>("--password-from-input") { Description = "Read the password from standard input 从标准输入读取密码" };
        var command = new Command("add", "Add an account 新增账号") { login, name, roles, fromInput };
        command.SetAction((parsed, cancellationToken) => AccessCommands.RunAsync(
            (access, token) => AddAsync(
                access, parsed.GetRequiredValue(login), parsed.GetValue(name), parsed.GetRequiredValue(roles), parsed.GetValue(fromInput), token),
            cancellationToken));
        return command;
    }

    private static async Task<Refusal?> AddAsync(
        IServiceProvider access, string login, string? name, string[] roles, bool fromInput, CancellationToken cancellationToken)
    {
        var wanted = roles.Select(RoleInArea.Parse).ToList();
        if (wanted.Select(role => role.Refusal).FirstOrDefault(refusal => refusal is not null) is { } malformed)
        {
            return malformed;
        }

        var password = fromInput ? ReadPassword() : RandomPassword();
        var account = new NewAccount(PasswordRules.Normalize(login), name ?? login, password, [.. wanted.Select(role => role.Value).Distinct()]);
        var refusal = await access.GetRequiredService<AddAccount>().RunAsync(account, AccessCommands.Actor, cancellationToken);
        Tell(refusal, fromInput, account.Login, password);
        return refusal;
    }

    private static Command CreateList()
    {
        var command = new Command("list", "List all accounts 列出账号");
        command.SetAction((_, cancellationToken) => AccessCommands.RunAsync(ListAsync, cancellationToken));
        return command;
    }

    private static async Task<Refusal?> ListAsync(IServiceProvider access, CancellationToken cancellationToken)
    {
        foreach (var account in await FindAccounts.RunAsync(access.GetRequiredService<Npgsql.NpgsqlDataSource>(), cancellationToken))
        {
            var state = account.IsDisabled ? "停用 disabled" : $"{account.Sessions} 处登录 sessions";
            Answers.Say($"{account.Login}  {account.Name}  {string.Join(' ', account.Roles)}  {state}{(account.HasKnownPassword ? "  公开密码 known password" : "")}");
        }

        return null;
    }

    private static Command CreateReset()
    {
        var login = new Argument<string>("login") { Description = "登录名" };
        var fromInput = new Option<bool>("--password-from-input") { Description = "Read the password from standard input 从标准输入读取密码" };
        var command = new Command("reset-password", "Give an account another password and end its sessions 重设密码") { login, fromInput };
        command.SetAction((parsed, cancellationToken) => AccessCommands.RunAsync(
            (access, token) => ResetAsync(access, PasswordRules.Normalize(parsed.GetRequiredValue(login)), parsed.GetValue(fromInput), token), cancellationToken));
        return command;
    }

    private static async Task<Refusal?> ResetAsync(IServiceProvider access, string login, bool fromInput, CancellationToken cancellationToken)
    {
        var password = fromInput ? ReadPassword() : RandomPassword();
        var refusal = await access.GetRequiredService<ResetPassword>().RunAsync(login, password, AccessCommands.Actor, cancellationToken);
        Tell(refusal, fromInput, login, password);
        return refusal;
    }

    private static Command CreateShutOut(string verb, bool isDisabled)
    {
        var login = new Argument<string>("login") { Description = "登录名" };
        var command = new Command(verb, isDisabled ? "Shut an account out 停用账号" : "Let an account in again 启用账号") { login };
        command.SetAction((parsed, cancellationToken) => AccessCommands.RunAsync(
            (access, token) => access.GetRequiredService<DisableAccount>()
                .RunAsync(PasswordRules.Normalize(parsed.GetRequiredValue(login)), isDisabled, AccessCommands.Actor, token),
            cancellationToken));
        return command;
    }

    private static Command CreatePatrol()
    {
        var login = new Argument<string>("login") { Description = "登录名" };
        var device = new Option<string?>("--device") { Description = "Device of the patrol; without it the link is taken away 巡查力量的设备号，不填则取消关联" };
        var command = new Command("patrol", "Say which patrol an account belongs to 关联巡查力量") { login, device };
        command.SetAction((parsed, cancellationToken) => AccessCommands.RunAsync(
            (access, token) => LinkAccount(access).RunAsync(
                PasswordRules.Normalize(parsed.GetRequiredValue(login)), parsed.GetValue(device), AccessCommands.Actor, token),
            cancellationToken));
        return command;
    }

    private static LinkAccount LinkAccount(IServiceProvider access) =>
        new(access.GetRequiredService<Npgsql.NpgsqlDataSource>(), access.GetRequiredService<TimeProvider>());

    private static Command CreateDemo()
    {
        var random = new Option<bool>("--random-passwords") { Description = "Make all anew with passwords nobody knows 全部重建并使用随机密码" };
        var command = new Command("demo", "One account for each role, for a demonstration 演示账号") { random };
        command.SetAction((parsed, cancellationToken) => AccessCommands.RunAsync(
            (access, token) => ShowDemoAsync(access, parsed.GetValue(random), token), cancellationToken));
        return command;
    }

    private static async Task<Refusal?> ShowDemoAsync(IServiceProvider access, bool withRandomPasswords, CancellationToken cancellationToken)
    {
        var accounts = await access.GetRequiredService<DemoAccounts>().RunAsync(withRandomPasswords, cancellationToken);
        if (accounts.Refusal is { } refusal)
        {
            return refusal;
        }

        await LinkAccount(access).RunForDemoAsync(cancellationToken);
        Answers.Say("  账号 login     密码 password        角色 role");
        foreach (var account in accounts.Value)
        {
            var area = account.Role.AreaCode is { } code ? $" @ {code}" : "";
            Answers.Say($"  {account.Login,-14} {account.Password ?? "(已更改 changed)",-20} {Roles.NameOf(account.Role.Role)}{area}");
        }

        return null;
    }

    private static string ReadPassword() => Console.In.ReadLine() ?? "";

    private static string RandomPassword() => SecretKey.Create()[..RandomCharacters];

    private static void Tell(Refusal? refusal, bool fromInput, string login, string password)
    {
        if (refusal is null && !fromInput)
        {
            Answers.Say($"{login}  {password}");
        }
    }
}
