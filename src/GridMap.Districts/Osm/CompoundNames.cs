using NetTopologySuite.Geometries;

namespace GridMap.Districts.Osm;

/// <summary>Names compounds by their own name, else by street and house numbers, else by the nearest named street; never twice the same.</summary>
public sealed class CompoundNames(WalkingIndex named)
{
    private readonly Dictionary<string, int> _used = [];

    public (string Name, string Address) Choose(string? ownName, Polygon shape, IEnumerable<OsmTags> homes)
    {
        var address = StreetAndNumbers(homes) ?? named.FindNearest(shape.Centroid.Coordinate)?.Road.Name ?? ownName ?? "无名路";
        var name = ownName ?? address;
        var serial = _used[name] = _used.GetValueOrDefault(name) + 1;
        return (serial == 1 ? name : $"{name} · {serial}", address);
    }

    private static string? StreetAndNumbers(IEnumerable<OsmTags> homes)
    {
        var street = homes
            .Where(tags => tags.Has("addr:street") && tags.Has("addr:housenumber"))
            .GroupBy(tags => tags["addr:street"]!)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .FirstOrDefault();
        if (street is null)
            return null;

        var numbers = street.Select(tags => tags["addr:housenumber"]!).Distinct().OrderBy(Leading).ThenBy(number => number, StringComparer.Ordinal).ToArray();
        return numbers.Length == 1 ? $"{street.Key} {numbers[0]}" : $"{street.Key} {numbers[0]}–{numbers[^1]}";
    }

    private static int Leading(string number) =>
        int.TryParse(string.Concat(number.TakeWhile(char.IsAsciiDigit)), out var value) ? value : int.MaxValue;
}
