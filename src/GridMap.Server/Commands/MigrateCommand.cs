using System.CommandLine;
using GridMap.Database;

namespace GridMap.Server.Commands;

/// <summary>`gridmap migrate`: brings the database to this program's schema.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Bring the database to this program's schema 升级数据库结构");
        command.SetAction((_, cancellationToken) => RunAsync(cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var database = await DatabaseLease.TakeAsync(cancellationToken);
        if (database.Refusal is { } unavailable)
        {
            return Answers.Refuse(unavailable);
        }

        await using var lease = database.Value;
        var migrated = await new Migrator(lease.ConnectionString).RunAsync(cancellationToken);
        if (migrated.Refusal is { } refusal)
        {
            return Answers.Refuse(refusal);
        }

        Answers.Say($"已执行迁移 migrations applied: {migrated.Value.Migrations.Count}; 已更新函数 functions replaced: {migrated.Value.Functions.Count}");
        return 0;
    }
}
