using GridMap.Core.Geography;
using GridMap.Platform.Files;
using GridMap.Platform.Schema;

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
        return GeoJsonFile.Write(
            Enumerable.Range(0, buildings.Ids.Length),
            (json, i) => GeoJson.Write(json, new Position(buildings.Longitudes[i], buildings.Latitudes[i])),
            (json, i) =>
            {
                json.WriteNumber("people"u8, buildings.People[i]);
                json.WriteBoolean("linkable"u8, buildings.States[i] != 'x');
                json.WriteBoolean("covered"u8, buildings.States[i] is '1' or '2');
                json.WriteBoolean("coveredTwice"u8, buildings.States[i] == '2');
                json.WriteNumberOrNull("walk", buildings.Walks[i] >= 0 ? buildings.Walks[i] : null);
            },
            i => buildings.Ids[i]);
    }

    public static byte[] GapPoints(CoverageAnswer answered) => GeoJsonFile.Write(
        answered.AllGaps,
        (json, gap) => GeoJson.Write(json, gap.Position),
        (json, gap) =>
        {
            json.WriteString("name"u8, gap.Name);
            json.WriteString("community"u8, gap.Community);
            json.WriteNumber("people"u8, gap.People);
            json.WriteNumber("buildings"u8, gap.Buildings);
            json.WriteNumberOrNull("nearest", gap.Nearest);
        },
        gap => gap.Id);
}
