using System.Net;
using System.Runtime.CompilerServices;
using GridMap.Core;
using GridMap.Database;
using GridMap.Database.Cluster;
using GridMap.Server.Boundaries;
using Npgsql;

namespace GridMap.Server.Commands;

/// <summary>One thing GridMap needs: there when nothing refuses it. What is not required only limits what can be done.</summary>
internal sealed record Prerequisite(string Name, Refusal? Refusal, bool IsRequired = true);

/// <summary>Looks at everything a machine must have; each look is independent, so one missing thing does not hide the next.</summary>
internal static class Prerequisites
{
    public static async IAsyncEnumerable<Prerequisite> FindAsync(int port, string webFolder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (CommandSettings.Database is null)
        {
            yield return new("PostgreSQL + PostGIS", (await PrivateCluster.FindAsync(CommandSettings.Cluster, cancellationToken)).Refusal);
            yield return new("磁盘空间 disk space", await PrivateCluster.FindDiskRefusalAsync(CommandSettings.Cluster, cancellationToken));
        }

        await foreach (var prerequisite in FindInDatabaseAsync(cancellationToken))
        {
            yield return prerequisite;
        }

        yield return new($"端口 port {port}", NetworkPort.FindRefusal(IPAddress.Loopback, port));
        yield return new("前端 dashboard", WebFolder.FindRefusal(webFolder));
        yield return new("GraphQL 结构 GraphQL schema", await SchemaCommand.FindRefusalAsync());
        yield return new("网格划分规则 rules of boundaries", LoadBoundaryRules.Run(CommandSettings.BoundaryRulesFile).Refusal);
        yield return Tool("osm2pgsql", "导入 OpenStreetMap", "importing OpenStreetMap", "osm2pgsql");
        yield return Tool("osmium", "导入 OpenStreetMap", "importing OpenStreetMap", "osmium-tool");
        yield return Tool("vipsthumbnail", "接收事件图片", "pictures of incidents", "libvips-tools");
        yield return Tool("ogr2ogr", "导入 Shapefile、GeoPackage 网格划分", "divisions in Shapefiles and GeoPackages", "gdal-bin");
        yield return Tool("chromium", "浏览器测试", "browser tests", "chromium");
        yield return new("中文字体 CJK fonts", Directory.Exists("/usr/share/fonts/opentype/noto") ? null : Missing("CJK fonts", "浏览器测试", "browser tests", "fonts-noto-cjk"), IsRequired: false);
    }

    private static async IAsyncEnumerable<Prerequisite> FindInDatabaseAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var database = await DatabaseLease.TakeAsync(cancellationToken);
        yield return new("数据库 database", database.Refusal);
        if (database.IsRefused)
        {
            yield break;
        }

        await using var lease = database.Value;
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(lease.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        yield return new("数据库扩展 database extensions", await PostGis.FindRefusalAsync(connection, cancellationToken));
        yield return new("数据库结构 database schema", await new Migrator(lease.ConnectionString).FindRefusalAsync(cancellationToken));
    }

    private static Prerequisite Tool(string program, string purpose, string purposeEnglish, string package) =>
        new(program, IsOnPath(program) ? null : Missing(program, purpose, purposeEnglish, package), IsRequired: false);

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));

    private static Refusal Missing(string what, string purpose, string purposeEnglish, string package) => new(
        "TOOL_MISSING",
        $"{what} is missing, needed for {purposeEnglish}: apt-get install {package}, or run scripts/setup.",
        $"缺少 {what}（用于{purpose}）：请执行 apt-get install {package}，或运行 scripts/setup。");
}
