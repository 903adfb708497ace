using System.Text.Json;

namespace GridMap.Districts.Osm;

/// <summary>`data/osm/rules.json`: how tags are understood.</summary>
public sealed record OsmRules(
    LimitRules Limits,
    ExtentRules Extent,
    RoadRules Roads,
    BuildingRules Buildings,
    CompoundRules Compounds,
    FacilityRules Facilities,
    IReadOnlyDictionary<string, IReadOnlyList<string>> CandidateSites,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Green,
    WaterRules Water,
    SubdistrictRules Subdistricts)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static OsmRules Load()
    {
        using var stream = OsmResource.Open("rules.json");
        return JsonSerializer.Deserialize<OsmRules>(stream, Json) ?? throw new InvalidDataException("data/osm/rules.json is empty.");
    }
}

public sealed record LimitRules(int MaxBuildings, int MaxRoads);

public sealed record ExtentRules(double BoundaryShareOfBuildings, double HullMarginMeters, double BasemapMarginMeters);

public sealed record RoadRules(
    IReadOnlyDictionary<string, string> Classes,
    IReadOnlyList<string> Rail,
    IReadOnlyList<string> NotForFeet,
    IReadOnlyList<string> NotForFeetInTunnels,
    IReadOnlyList<string> FootAllowed,
    IReadOnlyList<string> FootForbidden,
    IReadOnlyList<string> AccessForbidden,
    IReadOnlyList<string> Sidewalks);

public sealed record BuildingRules(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Uses,
    IReadOnlyDictionary<string, IReadOnlyList<string>> UsesOfAmenities,
    IReadOnlyDictionary<string, IReadOnlyList<string>> UsesOfLand,
    IReadOnlyList<string> NotBuildings,
    double SmallestHomeSquareMeters,
    double LargestHomeSquareMeters,
    IReadOnlyDictionary<string, int> DefaultLevels,
    IReadOnlyList<string> DetachedHomes,
    int DetachedLevels,
    double MetersPerLevel,
    int HighestLevels,
    double ResidentialShare,
    double SquareMetersPerHousehold,
    double PersonsPerHousehold,
    double EldersShare);

public sealed record CompoundRules(
    double ClosingMeters,
    double MarginMeters,
    double RoadClearanceMeters,
    int SmallestHouseholds,
    double LargestSquareMeters,
    double WallWithinMeters,
    double WallShare,
    double GateSnapMeters);

public sealed record FacilityRules(
    int HouseholdsPerFacility,
    int Fewest,
    double ServedWithinMeters,
    double StationShare,
    IReadOnlyList<FacilityKindRule> Kinds,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Services,
    IReadOnlyDictionary<string, string> OpeningHours);

public sealed record FacilityKindRule(string Kind, int Priority, string Key, IReadOnlyList<string> Values, int Capacity);

public sealed record WaterRules(
    IReadOnlyDictionary<string, string> Natural,
    IReadOnlyDictionary<string, string> Landuse,
    IReadOnlyDictionary<string, string> Waterway,
    IReadOnlyDictionary<string, string> Leisure,
    IReadOnlyDictionary<string, string> Lines,
    IReadOnlyDictionary<string, string> KindsOfWater,
    IReadOnlyDictionary<string, double> LineWidthMeters);

public sealed record SubdistrictRules(IReadOnlyList<string> Places, int HouseholdsPerSubdistrict, int Most);
