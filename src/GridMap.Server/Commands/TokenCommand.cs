using System.CommandLine;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Platform.Access;

namespace GridMap.Server.Commands;

/// <summary>`gridmap token …`: keys for programs. A key is printed once and stored as a hash.</summary>
internal static class TokenCommand
{
    public static Command Create() => new("token", "Keys for programs 服务令牌") { CreateAdd(), CreateList(), CreateRevoke() };

    private static Command CreateAdd()
    {
        var name = new Argument<string>("name") { Description = "What it is for 用途" };
        var scopes = new Option<string[]>("--scope") { Description = string.Join(", ", TokenScope.Names), Required = true };
        var area = new Option<string?>("--area") { Description = "Code of the area it is limited to 限定区域编码" };
        var days = new Option<int?>("--days") { Description = "Days it is good for; without, until it is revoked 有效天数" };
        var replace = new Option<bool>("--replace") { Description = "Give the name another key if it has one 替换已有令牌" };
        days.Validators.Add(result =>
        {
            if (result.GetValue(days) is <= 0 or > 36_500)
            {
                result.AddError("--days must be from 1 to 36500.");
            }
        });
        var command = new Command("add", "Add a token and print its key 新增令牌") { name, scopes, area, days, replace };
        command.SetAction((parsed, cancellationToken) => AccessCommands.RunAsync(
            (access, token) => AddAsync(
                access,
                new NewServiceToken(
                    parsed.GetRequiredValue(name),
                    parsed.GetRequiredValue(scopes),
                    parsed.GetValue(area),
                    parsed.GetValue(days) is { } lasts ? TimeSpan.FromDays(lasts) : null,
                    parsed.GetValue(replace)),
                token),
            cancellationToken));
        return command;
    }

    private static async Task<Refusal?> AddAsync(IServiceProvider access, NewServiceToken token, CancellationToken cancellationToken)
    {
        var key = await access.GetRequiredService<AddServiceToken>().RunAsync(token, AccessCommands.Actor, cancellationToken);
        if (key.Refusal is null)
        {
            Answers.Say(key.Value);
        }

        return key.Refusal;
    }

    private static Command CreateList()
    {
        var command = new Command("list", "List all tokens 列出令牌");
        command.SetAction((_, cancellationToken) => AccessCommands.RunAsync(ListAsync, cancellationToken));
        return command;
    }

    private static async Task<Refusal?> ListAsync(IServiceProvider access, CancellationToken cancellationToken)
    {
        foreach (var token in await FindServiceTokens.RunAsync(access.GetRequiredService<Npgsql.NpgsqlDataSource>(), cancellationToken))
        {
            var state = token.RevokedAt is not null ? "已吊销 revoked" : token.EndsAt is { } end ? $"至 until {end:u}" : "有效 good";
            Answers.Say($"{token.Name}  {string.Join(' ', token.Scopes)}  {token.AreaCode}  {state}");
        }

        return null;
    }

    private static Command CreateRevoke()
    {
        var name = new Argument<string>("name") { Description = "令牌名称" };
        var command = new Command("revoke", "Make a token worthless 吊销令牌") { name };
        command.SetAction((parsed, cancellationToken) => AccessCommands.RunAsync(
            (access, token) => access.GetRequiredService<RevokeServiceToken>().RunAsync(parsed.GetRequiredValue(name), AccessCommands.Actor, token),
            cancellationToken));
        return command;
    }
}
