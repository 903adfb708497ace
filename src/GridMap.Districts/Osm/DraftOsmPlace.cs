using GridMap.Core;

namespace GridMap.Districts.Osm;

/// <summary>What the caller decides about the place; what is null is guessed from the map.</summary>
public sealed record OsmPlaceOptions(string CountyCode = "999001", string? Name = null, string? TimeZone = null, long Seed = 1)
{
    private const int CountyCodeDigits = 6;

    /// <summary>Why these options cannot be used; null when they can.</summary>
    public Refusal? Check()
    {
        if (CountyCode.Length != CountyCodeDigits || !CountyCode.All(char.IsAsciiDigit))
            return OsmRefusals.CountyCodeInvalid(CountyCode);
        if (Name is not null && string.IsNullOrWhiteSpace(Name))
            return OsmRefusals.NameEmpty();

        return TimeZone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _) ? OsmRefusals.TimeZoneUnknown(TimeZone) : null;
    }
}

/// <summary>Turns staged OpenStreetMap data into the draft of a district. Pure: the same data and options give the same draft.</summary>
public sealed class DraftOsmPlace(OsmRules rules, IReadOnlyList<string> timeZones)
{
    public const string Attribution = "© OpenStreetMap contributors";

    public const string Licence = "ODbL 1.0";

    public Result<DistrictDraft> Run(OsmData data, OsmPlaceOptions options)
    {
        if (Refuse(data) is { } refusal)
            return refusal;

        var extent = OsmExtent.Choose(data, rules.Extent);
        var roads = OsmRoads.Draft(data, extent, rules.Roads);
        if (!roads.Any(road => road.Walkable))
            return OsmRefusals.NoRoads();

        var walking = new WalkingIndex(roads.Where(road => road.Walkable));
        var named = new WalkingIndex(roads.Where(road => road.Name is not null && !road.IsTunnel && road.Class is not "rail"));
        var outlines = new OsmBuildings(data, extent, rules.Buildings).Draft(walking);
        var households = outlines.Sum(building => building.Draft.Households);
        if (households == 0)
            return OsmRefusals.NoBuildings();

        var (compounds, membership) = new OsmCompounds(data, extent, rules.Compounds, walking, named).Draft(outlines, new OsmBlocks(roads, extent));
        BuildingDraft[] buildings = [.. outlines.Select((building, index) => building.Draft with { Compound = membership[index] })];
        var facilities = new OsmFacilities(data, extent, rules, named, buildings);
        return new DistrictDraft(
            Describe(data, extent, options), extent.Shape, roads, OsmWaters.Draft(data, extent, rules), OsmGreens.Draft(data, extent, rules.Green),
            compounds, buildings, facilities.Propose(), facilities.Candidates(),
            new OsmSubdistricts(data, extent, rules.Subdistricts, named).Seeds(buildings));
    }

    private Refusal? Refuse(OsmData data)
    {
        var roads = data.Lines.Count(line => line.Tags.Has("highway"));
        var buildings = data.Areas.Count(area => area.Tags.IsOn("building"));
        if (roads == 0)
            return OsmRefusals.NoRoads();
        if (buildings == 0)
            return OsmRefusals.NoBuildings();
        if (roads > rules.Limits.MaxRoads)
            return OsmRefusals.PlaceTooLarge("roads", roads, rules.Limits.MaxRoads);

        return buildings > rules.Limits.MaxBuildings ? OsmRefusals.PlaceTooLarge("buildings", buildings, rules.Limits.MaxBuildings) : null;
    }

    private PlaceDescription Describe(OsmData data, OsmExtent extent, OsmPlaceOptions options)
    {
        var (name, english) = OsmPlaceName.Find(data, extent);
        return new PlaceDescription(
            options.Name ?? name, options.Name ?? english, options.CountyCode, "osm", Synthetic: false, Attribution, Licence,
            options.TimeZone ?? OsmTimeZone.Guess(data, extent, timeZones), Scale: null, options.Seed);
    }
}
