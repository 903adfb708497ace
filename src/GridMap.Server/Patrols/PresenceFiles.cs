using System.Globalization;
using System.Text.Json;
using GridMap.Platform.Files;

namespace GridMap.Server.Patrols;

/// <summary>Writes presence and visits of patrol points as tables for spreadsheets, and the areas with them as GeoJSON. Numbers have every digit.</summary>
public sealed class PresenceFiles(NamedAreas areas)
{
    private static readonly string[] Columns =
        ["名称 name", "在岗分钟 present min", "应在岗分钟 watched min", "在岗率 presence", "到访点位 points visited", "应巡点位 points due", "点位巡查率 point rate"];

    public async Task<DataTable> TableAsync(PresenceReport report, CancellationToken cancellationToken)
    {
        var names = await areas.NamesAsync(cancellationToken);
        return new DataTable("在岗 presence", Columns, [.. report.Groups.Select(group => Row(group, NameOf(group, names))), Row(report.All, "合计 all")]);
    }

    public async Task<byte[]> AreasAsync(PresenceReport report, CancellationToken cancellationToken)
    {
        var groups = report.Groups.Where(group => group.AreaId is not null).ToDictionary(group => group.AreaId!.Value);
        return GeoJsonFile.Write(
            await areas.FindAsync(groups.Keys, cancellationToken),
            (json, area) => json.WriteRawValue(area.Shape),
            (json, area) => WriteFigures(json, area, groups[area.Id]),
            area => area.Id);
    }

    private static string NameOf(PresenceGroup group, IReadOnlyDictionary<int, string> names) =>
        group.AreaId is { } area ? names.GetValueOrDefault(area, group.Key) : HourName(int.Parse(group.Key, CultureInfo.InvariantCulture));

    // Days of the week from Monday, as the strip of the screen has them.
    private static string HourName(int hour) => string.Create(CultureInfo.InvariantCulture, $"周{"一二三四五六日"[hour / 24]} {hour % 24:00}:00");

    private static object?[] Row(PresenceGroup group, string name) =>
        [name, group.PresentMinutes, group.WatchedMinutes, group.Value, group.PointsVisited, group.PointsDue, group.PointRate];

    private static void WriteFigures(Utf8JsonWriter json, NamedArea area, PresenceGroup group)
    {
        json.WriteString("code"u8, area.Code);
        json.WriteString("name"u8, area.Name);
        json.WriteNumber("presentMinutes"u8, group.PresentMinutes);
        json.WriteNumber("watchedMinutes"u8, group.WatchedMinutes);
        json.WriteNumberOrNull("presence", group.Value);
        json.WriteNumberOrNull("pointsVisited", group.PointsVisited);
        json.WriteNumberOrNull("pointsDue", group.PointsDue);
        json.WriteNumberOrNull("pointRate", group.PointRate);
    }
}
