using System.Globalization;
using System.Text.Json;
using Dapper;
using GridMap.Core.Response;
using GridMap.Platform.Database;
using GridMap.Platform.Files;
using Npgsql;

namespace GridMap.Server.Response;

/// <summary>Writes how long answers took as tables for spreadsheets, and the grids with their figures as GeoJSON (RFC 7946). Numbers have every digit.</summary>
public sealed class ResponseFiles(NpgsqlDataSource database, NamedAreas areas)
{
    private static readonly string[] Columns =
        ["名称 name", "事件 incidents", "n", "P50 s", "P80 s", "P90 s", "P95 s", "应结案 due", "按期结案 closed on time", "按期结案率 on-time share"];

    public async Task<DataTable> TableAsync(ResponseReport report, ResponseGrouping by, CancellationToken cancellationToken)
    {
        var names = await NamesAsync(by, cancellationToken);
        return new DataTable("响应 response", Columns, [.. report.Groups.Append(report.All).Select(group => Row(group, group.Key.Length == 0 ? "合计 all" : names.GetValueOrDefault(group.Key, group.Key)))]);
    }

    public async Task<byte[]> GridsAsync(ResponseReport report, CancellationToken cancellationToken)
    {
        var groups = report.Groups.ToDictionary(group => int.Parse(group.Key, CultureInfo.InvariantCulture));
        return GeoJsonFile.Write(
            await areas.FindAsync(groups.Keys, cancellationToken),
            (json, grid) => json.WriteRawValue(grid.Shape),
            (json, grid) => WriteFigures(json, grid, groups[grid.Id]),
            grid => grid.Id);
    }

    private static object?[] Row(ResponseGroup group, string name) =>
        [name, group.Incidents, group.Count, group.P50, group.P80, group.P90, group.P95, group.Due, group.ClosedOnTime, group.OnTimeShare];

    private static void WriteFigures(Utf8JsonWriter json, NamedArea grid, ResponseGroup group)
    {
        json.WriteString("code"u8, grid.Code);
        json.WriteString("name"u8, grid.Name);
        json.WriteNumber("incidents"u8, group.Incidents);
        json.WriteNumber("n"u8, group.Count);
        json.WriteNumberOrNull("p50", group.P50);
        json.WriteNumberOrNull("p80", group.P80);
        json.WriteNumberOrNull("p90", group.P90);
        json.WriteNumberOrNull("p95", group.P95);
        json.WriteNumber("due"u8, group.Due);
        json.WriteNumber("closedOnTime"u8, group.ClosedOnTime);
        json.WriteNumberOrNull("onTimeShare", group.OnTimeShare);
    }

    private async Task<IReadOnlyDictionary<string, string>> NamesAsync(ResponseGrouping by, CancellationToken cancellationToken)
    {
        if (by <= ResponseGrouping.Subdistrict)
        {
            return (await areas.NamesAsync(cancellationToken)).ToDictionary(area => area.Key.ToString(CultureInfo.InvariantCulture), area => area.Value);
        }

        if (by != ResponseGrouping.Class)
        {
            return new Dictionary<string, string>();
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<(string Key, string Name)>(new CommandDefinition(
            Sql.Beside<ResponseFiles>("names"), cancellationToken: cancellationToken));
        return found.ToDictionary(row => row.Key, row => row.Name);
    }
}
