using System.Globalization;
using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Districts.Osm;

/// <summary>
/// Guesses the time zone: the principal city of `zone.tab` nearest to the place, among the country's where the map names the country
/// or writes Chinese; without the table, whole hours by longitude.
/// </summary>
public static class OsmTimeZone
{
    public const string SystemTable = "/usr/share/zoneinfo/zone.tab";

    public static string Guess(OsmData data, OsmExtent extent, IReadOnlyList<string> table)
    {
        var centre = extent.Shape.EnvelopeInternal.Centre;
        var zones = table.Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')).Where(parts => parts.Length >= 3).ToArray();
        var country = Country(data);
        var nearest = zones
            .Where(parts => country is null || parts[0] == country)
            .DefaultIfEmpty()
            .MinBy(parts => parts is null ? double.MaxValue : Distance(parts[1], centre));
        return nearest?[2] ?? ByLongitude(centre.X);
    }

    /// <summary>A zone of whole hours; POSIX writes the sign the other way round.</summary>
    public static string ByLongitude(double longitude)
    {
        var hours = (int)Math.Round(longitude / 15);
        return hours == 0 ? "Etc/GMT" : string.Create(CultureInfo.InvariantCulture, $"Etc/GMT{(hours > 0 ? '-' : '+')}{Math.Abs(hours)}");
    }

    private static string? Country(OsmData data)
    {
        var tagged = data.Areas.Select(area => area.Tags["addr:country"] ?? area.Tags["ISO3166-1:alpha2"])
            .Concat(data.Points.Select(point => point.Tags["addr:country"]))
            .Where(code => code is { Length: 2 })
            .GroupBy(code => code).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .FirstOrDefault()?.Key;
        if (tagged is not null)
            return tagged;

        var names = data.Lines.Select(line => line.Tags["name"]).OfType<string>().ToArray();
        return names.Length > 0 && names.Count(IsChinese) * 2 > names.Length ? "CN" : null;
    }

    private static bool IsChinese(string name) => name.Any(letter => letter is >= '\u4e00' and <= '\u9fff') && !name.Any(letter => letter is >= '\u3040' and <= '\u30ff');

    // `±DDMM[SS]±DDDMM[SS]`, compared on a plane: only the nearest matters.
    private static double Distance(string position, Coordinate centre)
    {
        var split = position.LastIndexOfAny(['+', '-']);
        var latitude = Degrees(position[..split], 2);
        var longitude = Degrees(position[split..], 3);
        var (perLongitude, perLatitude) = Ellipsoid.MetersPerDegree(centre.Y);
        return double.Hypot((longitude - centre.X) * perLongitude, (latitude - centre.Y) * perLatitude);
    }

    private static double Degrees(string text, int degreeDigits)
    {
        var degrees = int.Parse(text.AsSpan(1, degreeDigits), CultureInfo.InvariantCulture);
        var minutes = int.Parse(text.AsSpan(1 + degreeDigits, 2), CultureInfo.InvariantCulture);
        return (text[0] == '-' ? -1 : 1) * (degrees + minutes / 60.0);
    }
}
