using GridMap.Core;

namespace GridMap.Database;

/// <summary>A migration as the database remembers it.</summary>
public sealed record AppliedMigration(string Name, string Sha256);

/// <summary>The rule of migrations: what was applied is the beginning of what the program carries, byte for byte.</summary>
public static class MigrationHistory
{
    public static Refusal? FindRefusal(IReadOnlyList<AppliedMigration> applied, IReadOnlyList<Script> carried)
    {
        foreach (var (done, script) in applied.Zip(carried))
        {
            if (done.Name != script.Name || done.Sha256 != script.Sha256)
            {
                return Edited(done);
            }
        }

        return applied.Count > carried.Count ? Newer(applied[carried.Count]) : null;
    }

    public static Refusal Behind(Script next) => new(
        "DATABASE_BEHIND",
        $"The database lacks migration {next.Name}: run gridmap migrate.",
        $"数据库尚未执行迁移 {next.Name}：请运行 gridmap migrate。");

    private static Refusal Edited(AppliedMigration done) => new(
        "MIGRATION_EDITED",
        $"Migration {done.Name} was edited after it ran here: restore the file as it was and put the change into a new migration.",
        $"迁移 {done.Name} 在执行后被修改：请还原该文件，并把改动写入新的迁移。");

    private static Refusal Newer(AppliedMigration unknown) => new(
        "DATABASE_NEWER",
        $"The database has migration {unknown.Name}, which this program does not know: run a newer gridmap, or use another database.",
        $"数据库已执行迁移 {unknown.Name}，当前程序版本过旧：请升级程序，或改用其他数据库。");
}
