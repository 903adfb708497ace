namespace GridMap.Districts.Osm;

/// <summary>The place's name: of its boundary, else of the city and quarter in the middle, else of the file.</summary>
public static class OsmPlaceName
{
    private static readonly string[] Larger = ["city", "town", "municipality", "county", "district"];

    public static (string Name, string NameEnglish) Find(OsmData data, OsmExtent extent)
    {
        if (extent.Boundary?.Tags is { Name: { } name } boundary)
            return (name, boundary.EnglishName ?? boundary["name"] ?? name);

        var places = data.Points
            .Where(point => point.Tags.Name is not null && point.Tags.Has("place") && extent.Holds(point.Place.Coordinate))
            .OrderBy(point => Array.IndexOf(Larger, point.Tags["place"]) is var rank and >= 0 ? rank : Larger.Length)
            .ThenBy(point => point.Place.Coordinate.Distance(extent.Shape.EnvelopeInternal.Centre))
            .ToArray();
        var city = data.Areas.Select(area => area.Tags["addr:city"]).OfType<string>()
            .GroupBy(value => value).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Key).FirstOrDefault();
        if (places.FirstOrDefault()?.Tags is not { } place)
            return city is null ? FromFile(data.FileName) : (city, city);

        var isPart = city is not null && city != place["name"] && !Larger.Contains(place["place"]);
        var english = place.EnglishName ?? place["name"] ?? place.Name!;
        return isPart ? ($"{city} · {place.Name}", $"{english}, {city}") : (place.Name!, english);
    }

    private static (string Name, string NameEnglish) FromFile(string fileName)
    {
        var stem = Path.GetFileName(fileName).Split('.')[0];
        return (stem, stem);
    }
}
