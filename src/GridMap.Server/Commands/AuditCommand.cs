using System.CommandLine;
using GridMap.Core;
using GridMap.Platform.Access;

namespace GridMap.Server.Commands;

/// <summary>`gridmap audit verify`: whether the audit trail is as it was written.</summary>
internal static class AuditCommand
{
    public static Command Create()
    {
        var verify = new Command("verify", "Check the chain of the audit trail 校验审计链");
        verify.SetAction((_, cancellationToken) => AccessCommands.RunAsync(VerifyAsync, cancellationToken));
        return new Command("audit", "Who did what 审计") { verify };
    }

    private static async Task<Refusal?> VerifyAsync(IServiceProvider access, CancellationToken cancellationToken)
    {
        var verdict = await VerifyAudit.RunAsync(access.GetRequiredService<Npgsql.NpgsqlDataSource>(), cancellationToken);
        if (verdict.FirstBroken is { } broken)
        {
            return new Refusal(
                "AUDIT_BROKEN",
                $"Row {broken} of {verdict.Rows} is not what was written, or rows before it are missing: secure the database and its backups.",
                $"审计记录共 {verdict.Rows} 条，自第 {broken} 条起与写入时不符或有缺失：请立即保全数据库与备份。");
        }

        Answers.Say($"审计链完整 whole: {verdict.Rows}");
        return null;
    }
}
