using GridMap.Districts.Demo.Plane;
using NetTopologySuite.Geometries;

namespace GridMap.Districts.Demo;

/// <summary>A street under way, in metres.</summary>
internal sealed record Street(string Class, string? Name, string? NameEnglish, IReadOnlyList<Vec> Course, bool IsBridge = false, bool IsTunnel = false)
{
    public bool IsWalkable => Class is not ("rail" or "motorway");
}

internal sealed record Water(string Kind, string? Name, Geometry Shape);

internal sealed record Green(string Kind, string? Name, Geometry Shape);

internal sealed record Compound(string Name, string Kind, string Address, int? BuiltYear, IReadOnlyList<Vec> Gates, Ring Shape);

/// <summary>A building under way; `HomesPerLevel` is 0 where nobody lives.</summary>
internal sealed record House(Ring Footprint, Vec Entrance, int? Compound, string? Name, string Use, int Levels, int HomesPerLevel);

internal sealed record Facility(
    string Code, string Kind, string Name, string? NameEnglish, string Address, string OpeningHours, int Capacity, Vec Position, IReadOnlyList<string> Services);

internal sealed record CandidateSite(string Kind, string? Name, Vec Position);

/// <summary>Everything drawn so far, in metres east and north of the centre.</summary>
internal sealed class Sketch(long seed, DemoSize size, Ground.Terrain terrain, Ground.Fabric fabric)
{
    public long Seed { get; } = seed;

    public DemoSize Size { get; } = size;

    public Ground.Terrain Terrain { get; } = terrain;

    public Ground.Fabric Fabric { get; } = fabric;

    public List<Street> Streets { get; } = [];

    public List<Water> Waters { get; } = [];

    public List<Green> Greens { get; } = [];

    public List<Compound> Compounds { get; } = [];

    public List<House> Houses { get; } = [];

    public List<Facility> Facilities { get; } = [];

    public List<CandidateSite> Sites { get; } = [];

    public List<(string Name, Vec Centre)> Seeds { get; } = [];
}
