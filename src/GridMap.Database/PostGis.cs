using GridMap.Core;
using Npgsql;

namespace GridMap.Database;

/// <summary>The PostGIS a server offers: 3.3 or later, installed already or with the right to install it.</summary>
public static class PostGis
{
    public static Version OldestSupported { get; } = new(3, 3);

    private static readonly string[] Extensions = ["postgis", "btree_gist", "pg_trgm"];

    /// <summary>Why this database cannot carry GridMap, or null.</summary>
    public static async Task<Refusal?> FindRefusalAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        foreach (var extension in Extensions)
        {
            var (version, isInstalled) = await FindVersionAsync(connection, extension, cancellationToken);
            if (version is null)
            {
                return Missing(extension);
            }

            if (extension == "postgis" && IsTooOld(version))
            {
                return new(
                    "POSTGIS_TOO_OLD",
                    $"PostGIS {version} is too old; install PostGIS {OldestSupported} or later on the database server.",
                    $"PostGIS {version} 版本过低；请在数据库服务器上安装 PostGIS {OldestSupported} 或更高版本。");
            }

            if (!isInstalled && !await MayInstallAsync(connection, extension, cancellationToken))
            {
                return new(
                    "EXTENSION_RIGHTS",
                    $"This database user may not create extensions: let an administrator run CREATE EXTENSION {extension}; in this database.",
                    $"当前数据库用户无权创建扩展：请管理员在此数据库中执行 CREATE EXTENSION {extension};。");
            }
        }

        return null;
    }

    public static bool IsTooOld(string version) =>
        Version.TryParse(new string([.. version.TakeWhile(letter => char.IsAsciiDigit(letter) || letter == '.')]), out var parsed) && parsed < OldestSupported;

    private static Refusal Missing(string extension) => extension == "postgis"
        ? new(
            "POSTGIS_MISSING",
            "The database server has no PostGIS: install the Debian package postgresql-15-postgis-3 there (scripts/setup does it on this machine).",
            "数据库服务器未安装 PostGIS：请在其上安装 Debian 软件包 postgresql-15-postgis-3（本机可运行 scripts/setup）。")
        : new(
            "EXTENSION_MISSING",
            $"The database server has no extension {extension}: install PostgreSQL's contrib package there.",
            $"数据库服务器缺少扩展 {extension}：请安装 PostgreSQL 的 contrib 软件包。");

    private static async Task<(string? Version, bool IsInstalled)> FindVersionAsync(
        NpgsqlConnection connection, string extension, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "SELECT coalesce(installed_version, default_version), installed_version IS NOT NULL FROM pg_available_extensions WHERE name = $1", connection)
        {
            Parameters = { new() { Value = extension } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (reader.GetString(0), reader.GetBoolean(1)) : (null, false);
    }

    private static async Task<bool> MayInstallAsync(NpgsqlConnection connection, string extension, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT pg_roles.rolsuper OR (
                has_database_privilege(current_database(), 'CREATE')
                AND EXISTS (SELECT FROM pg_available_extension_versions WHERE name = $1 AND trusted)
            )
            FROM pg_roles
            WHERE pg_roles.rolname = current_user
            """,
            connection)
        {
            Parameters = { new() { Value = extension } },
        };
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
