using System.Text.Json;
using GridMap.Core.Geography;
using GridMap.Platform.Files;

namespace GridMap.Server.Coverage;

/// <summary>Answers as tables for spreadsheets, and as GeoJSON (RFC 7946).</summary>
internal static class CoverageFiles
{
    public static DataTable Areas(IReadOnlyList<CoverageArea> areas) => new(
        "覆盖率 coverage",
        ["编码 code", "名称 name", "总数 total", "已覆盖 covered", "未覆盖 uncovered", "覆盖率 share", "二次覆盖 covered twice", "无法连通 unlinkable"],
        [.. areas.Select(area => new object?[]
        {
            area.Code, area.Name, area.Share.Total, area.Share.Covered, area.Uncovered, area.Share.Value, area.Share.CoveredTwice, area.Share.Unlinkable,
        })]);

    public static DataTable Gaps(IReadOnlyList<CoverageGapPlace> gaps) => new(
        "盲区 gaps",
        ["位置 place", "社区 community", "未覆盖 people", "楼栋 buildings", "最近步行 nearest walk", "经度 longitude", "纬度 latitude"],
        [.. gaps.Select(gap => new object?[] { gap.Name, gap.Community, gap.People, gap.Buildings, gap.Nearest, gap.Position.Longitude, gap.Position.Latitude })]);

    public static DataTable Catchments(IReadOnlyList<CoverageCatchment> catchments) => new(
        "设施 facilities",
        ["设施 facility", "服务人数 people", "容量 capacity", "负荷 load", "开放时间 opening hours", "假设 what-if", "经度 longitude", "纬度 latitude"],
        [.. catchments.Select(catchment => new object?[]
        {
            catchment.Name, catchment.People, catchment.Capacity, catchment.Load, catchment.OpeningHours, catchment.Change + 1,
            catchment.Position.Longitude, catchment.Position.Latitude,
        })]);

    public static DataTable Unlinkable(IReadOnlyList<CoverageUnlinkable> buildings) => new(
        "无法连通 unlinkable",
        ["位置 place", "社区 community", "人数 people", "原因 reason", "经度 longitude", "纬度 latitude"],
        [.. buildings.Select(building => new object?[]
        {
            building.Name, building.Community, building.People, building.Reason, building.Position.Longitude, building.Position.Latitude,
        })]);

    public static byte[] Buildings(CoverageAnswer answered)
    {
        var buildings = answered.Buildings;
        return Features(Enumerable.Range(0, buildings.Ids.Length), (json, i) =>
        {
            WritePoint(json, buildings.Ids[i], new Position(buildings.Longitudes[i], buildings.Latitudes[i]));
            json.WriteNumber("people"u8, buildings.People[i]);
            json.WriteBoolean("linkable"u8, buildings.States[i] != 'x');
            json.WriteBoolean("covered"u8, buildings.States[i] is '1' or '2');
            json.WriteBoolean("coveredTwice"u8, buildings.States[i] == '2');
            WriteWalk(json, "walk", buildings.Walks[i] >= 0 ? buildings.Walks[i] : null);
        });
    }

    public static byte[] GapPoints(CoverageAnswer answered) => Features(answered.AllGaps, (json, gap) =>
    {
        WritePoint(json, gap.Id, gap.Position);
        json.WriteString("name"u8, gap.Name);
        json.WriteString("community"u8, gap.Community);
        json.WriteNumber("people"u8, gap.People);
        json.WriteNumber("buildings"u8, gap.Buildings);
        WriteWalk(json, "nearest", gap.Nearest);
    });

    private static byte[] Features<T>(IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "FeatureCollection"u8);
            json.WriteStartArray("features"u8);
            foreach (var item in items)
            {
                json.WriteStartObject();
                write(json, item);
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    // The properties are left open for what follows.
    private static void WritePoint(Utf8JsonWriter json, int id, Position at)
    {
        json.WriteString("type"u8, "Feature"u8);
        json.WriteNumber("id"u8, id);
        json.WriteStartObject("geometry"u8);
        json.WriteString("type"u8, "Point"u8);
        json.WriteStartArray("coordinates"u8);
        json.WriteNumberValue(at.Longitude);
        json.WriteNumberValue(at.Latitude);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("properties"u8);
    }

    private static void WriteWalk(Utf8JsonWriter json, string name, double? walk)
    {
        if (walk is { } found)
        {
            json.WriteNumber(name, found);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
