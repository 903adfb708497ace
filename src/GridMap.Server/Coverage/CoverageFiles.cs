using System.Globalization;
using System.Text;
using System.Text.Json;

namespace GridMap.Server.Coverage;

/// <summary>Writes answers as files: CSV as spreadsheets open it (UTF-8 with a byte order mark, CR LF, RFC 4180) and GeoJSON (RFC 7946).</summary>
internal static class CoverageFiles
{
    public static byte[] Areas(IReadOnlyList<CoverageArea> areas) => Csv(
        ["编码 code", "名称 name", "总数 total", "已覆盖 covered", "未覆盖 uncovered", "覆盖率 share", "二次覆盖 covered twice", "无法连通 unlinkable"],
        areas.Select(area => new[]
        {
            area.Code,
            area.Name,
            Text(area.Share.Total),
            Text(area.Share.Covered),
            Text(area.Uncovered),
            area.Share.Value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "",
            Text(area.Share.CoveredTwice),
            Text(area.Share.Unlinkable),
        }));

    public static byte[] Gaps(IReadOnlyList<CoverageGapPlace> gaps) => Csv(
        ["位置 place", "社区 community", "未覆盖 people", "楼栋 buildings", "最近步行 nearest walk", "经度 longitude", "纬度 latitude"],
        gaps.Select(gap => new[]
        {
            gap.Name,
            gap.Community ?? "",
            Text(gap.People),
            Text(gap.Buildings),
            gap.Nearest?.ToString("0.#", CultureInfo.InvariantCulture) ?? "",
            gap.Position.Longitude.ToString("0.0000000", CultureInfo.InvariantCulture),
            gap.Position.Latitude.ToString("0.0000000", CultureInfo.InvariantCulture),
        }));

    public static byte[] Buildings(CoverageAnswer answered)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "FeatureCollection"u8);
            json.WriteStartArray("features"u8);
            var buildings = answered.Buildings;
            for (var i = 0; i < buildings.Ids.Length; i++)
            {
                WriteBuilding(json, buildings, i);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void WriteBuilding(Utf8JsonWriter json, CoverageBuildings buildings, int i)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "Feature"u8);
        json.WriteNumber("id"u8, buildings.Ids[i]);
        json.WriteStartObject("geometry"u8);
        json.WriteString("type"u8, "Point"u8);
        json.WriteStartArray("coordinates"u8);
        json.WriteNumberValue(buildings.Longitudes[i]);
        json.WriteNumberValue(buildings.Latitudes[i]);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("properties"u8);
        json.WriteNumber("people"u8, buildings.People[i]);
        json.WriteBoolean("linkable"u8, buildings.States[i] != 'x');
        json.WriteBoolean("covered"u8, buildings.States[i] is '1' or '2');
        json.WriteBoolean("coveredTwice"u8, buildings.States[i] == '2');
        if (buildings.Walks[i] >= 0)
        {
            json.WriteNumber("walk"u8, buildings.Walks[i]);
        }
        else
        {
            json.WriteNull("walk"u8);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static byte[] Csv(string[] head, IEnumerable<string[]> rows)
    {
        var text = new StringBuilder("\uFEFF");
        foreach (var row in rows.Prepend(head))
        {
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    // A name that a spreadsheet would take for a formula is kept a text.
    private static string Cell(string value)
    {
        var text = value.Length > 0 && "=+-@\t\r".Contains(value[0], StringComparison.Ordinal) && !double.TryParse(value, CultureInfo.InvariantCulture, out _) ? $"'{value}" : value;
        return text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
