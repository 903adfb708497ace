using NetTopologySuite.Geometries;

namespace GridMap.Districts.Osm;

/// <summary>The tags of an object of OpenStreetMap.</summary>
public sealed class OsmTags(IReadOnlyDictionary<string, string> values)
{
    private static readonly string[] EnglishNames = ["name:en", "int_name", "name:latin"];

    public string? this[string key] => values.TryGetValue(key, out var value) && value.Length > 0 ? value : null;

    /// <summary>The name to show: Chinese if the map has it, else the local one.</summary>
    public string? Name => this["name:zh"] ?? this["name:zh-Hans"] ?? this["name"] ?? EnglishName;

    public string? EnglishName => EnglishNames.Select(key => this[key]).FirstOrDefault(name => name is not null);

    public bool Has(string key) => this[key] is not null;

    public bool Is(string key, string value) => this[key] == value;

    /// <summary>A tag is on unless it is absent or says no.</summary>
    public bool IsOn(string key) => this[key] is { } value && value != "no";
}

/// <summary>A tagged node.</summary>
public sealed record OsmPoint(long Id, OsmTags Tags, Point Place);

/// <summary>A way and its nodes; `Nodes` is empty where the extract lacks some of them.</summary>
public sealed record OsmLine(long Id, OsmTags Tags, IReadOnlyList<long> Nodes, LineString Course);

/// <summary>A closed way or a complete multipolygon or boundary relation. `Key` is `W` or `R` and the id.</summary>
public sealed record OsmArea(string Key, OsmTags Tags, Geometry Shape);

/// <summary>All that was staged of a file, in longitude and latitude on the lattice.</summary>
public sealed record OsmData(
    IReadOnlyList<OsmPoint> Points, IReadOnlyList<OsmLine> Lines, IReadOnlyList<OsmArea> Areas, Envelope? Bounds, string FileName);
