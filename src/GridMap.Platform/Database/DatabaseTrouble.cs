using GridMap.Core;
using Npgsql;

namespace GridMap.Platform.Database;

/// <summary>What a database can do to a program through no fault of it, with the remedy.</summary>
public static class DatabaseTrouble
{
    public static Refusal Unreachable { get; } = new(
        "DATABASE_UNREACHABLE",
        "The database does not answer; nothing was stored. Try again in a few seconds.",
        "数据库暂时无响应，未写入任何数据；请数秒后重试。");

    public static Refusal DiskFull { get; } = new(
        "DISK_FULL",
        "The database's disk is full; nothing was stored. Free some space on the server, then try again.",
        "数据库所在磁盘已满，未写入任何数据；请先清理服务器磁盘空间再重试。");

    public static Refusal? Find(Exception? thrown) => thrown switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => DiskFull,
        NpgsqlException { IsTransient: true } => Unreachable,
        // Whatever its code, the server has ended the connection: a full disk, for one, is an internal error to a connection that is just being opened.
        PostgresException { InvariantSeverity: "FATAL" or "PANIC" } => Unreachable,
        _ => null,
    };
}
