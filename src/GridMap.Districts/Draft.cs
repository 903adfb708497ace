using NetTopologySuite.Geometries;

namespace GridMap.Districts;

/// <summary>
/// What a source (the demo city or an OpenStreetMap extract) says of a place, before land is divided.
/// All geometry is WGS 84 on the 1e-7° lattice. Two roads are connected if and only if they share a vertex exactly.
/// </summary>
public sealed record DistrictDraft(
    PlaceDescription Place,
    MultiPolygon Extent,
    IReadOnlyList<RoadDraft> Roads,
    IReadOnlyList<WaterDraft> Waters,
    IReadOnlyList<GreenDraft> Greens,
    IReadOnlyList<CompoundDraft> Compounds,
    IReadOnlyList<BuildingDraft> Buildings,
    IReadOnlyList<FacilityDraft> Facilities,
    IReadOnlyList<CandidateSiteDraft> CandidateSites,
    IReadOnlyList<NamedSeed> SubdistrictSeeds);

/// <summary>The row of `place`.</summary>
public sealed record PlaceDescription(
    string Name,
    string NameEnglish,
    string CountyCode,
    string Source,
    bool Synthetic,
    string Attribution,
    string Licence,
    string TimeZone,
    string? Scale,
    long Seed);

/// <summary>A whole way. Class is an OpenStreetMap highway value of migration 0006, or `rail`. `Walkable` puts it in the walking network.</summary>
public sealed record RoadDraft(
    string Class, string? Name, LineString Course, bool IsBridge, bool IsTunnel, bool IsSteps, bool Walkable, string? NameEnglish = null);

/// <summary>Kind: sea, lake, river, stream, pool. Shape: LineString for a stream without width, else Polygon or MultiPolygon.</summary>
public sealed record WaterDraft(string Kind, string? Name, Geometry Shape);

/// <summary>Kind: park, forest, grass, farmland, square, pitch, cemetery.</summary>
public sealed record GreenDraft(string Kind, string? Name, MultiPolygon Shape);

/// <summary>Kind: walled, open, old_town, village. Gates lie on the walking network.</summary>
public sealed record CompoundDraft(string Name, string Kind, string Address, int? BuiltYear, MultiPoint Gates, Polygon Shape);

/// <summary>A building. `Compound` is an index into the draft's compounds.</summary>
public sealed record BuildingDraft(
    Polygon Footprint, Point Entrance, int? Compound, string? Name, string Use, int Levels, int Households, int Persons, int Elders, bool Estimated);

/// <summary>A facility; services are codes of `data/services.json`.</summary>
public sealed record FacilityDraft(
    string Code, string Kind, string Name, string? NameEnglish, string Address, string OpeningHours, int Capacity, Point Position, IReadOnlyList<string> Services);

public sealed record CandidateSiteDraft(string Kind, string? Name, Point Position);

/// <summary>A named centre that grows into a subdistrict (街道/乡镇).</summary>
public sealed record NamedSeed(string Name, Point Centre);
