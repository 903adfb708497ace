using System.Globalization;
using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Districts.Osm;

/// <summary>
/// Households of a building = footprint × levels × share of the floor that is home ÷ floor of a household (`data/osm/rules.json`).
/// Counted flats (`building:flats`) are taken as they are; everything else is marked as estimated.
/// </summary>
public sealed class HouseholdEstimate(BuildingRules rules, int typicalHomeLevels)
{
    public BuildingDraft Describe(OsmTags tags, Polygon shape, string use, Point entrance)
    {
        var levels = Levels(tags, use);
        var flats = Whole(tags["building:flats"]);
        var households = use == "residential" ? flats ?? Estimate(tags, shape, levels) : 0;
        var persons = (int)Math.Round(households * rules.PersonsPerHousehold);
        var elders = (int)Math.Round(persons * rules.EldersShare);
        return new BuildingDraft(
            shape, entrance, null, tags.Name ?? Address(tags), use, levels, households, persons, elders, flats is null || use != "residential");
    }

    /// <summary>Street and number, when the map has both.</summary>
    public static string? Address(OsmTags tags) =>
        tags["addr:street"] is { } street && tags["addr:housenumber"] is { } number ? $"{street} {number}" : null;

    /// <summary>Levels by `building:levels`, else by `height`; null if neither says a number.</summary>
    public static int? TaggedLevels(OsmTags tags, BuildingRules rules)
    {
        if (Number(tags["building:levels"]) is { } levels)
            return Math.Clamp((int)Math.Ceiling(levels), 1, rules.HighestLevels);

        return Number(tags["height"]) is { } height ? Math.Clamp((int)Math.Round(height / rules.MetersPerLevel), 1, rules.HighestLevels) : null;
    }

    private int Levels(OsmTags tags, string use)
    {
        if (TaggedLevels(tags, rules) is { } tagged)
            return tagged;
        if (use != "residential")
            return rules.DefaultLevels[use];

        return IsDetached(tags) ? rules.DetachedLevels : typicalHomeLevels;
    }

    private int Estimate(OsmTags tags, Polygon shape, int levels)
    {
        if (IsDetached(tags))
            return 1;

        var floor = Ellipsoid.AreaSquareMeters(shape) * levels * rules.ResidentialShare;
        return Math.Max(1, (int)Math.Round(floor / rules.SquareMetersPerHousehold));
    }

    private bool IsDetached(OsmTags tags) => tags["building"] is { } kind && rules.DetachedHomes.Contains(kind);

    private static int? Whole(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is > 0 and < 10_000 ? value : null;

    private static double? Number(string? text) =>
        double.TryParse(text?.Replace("m", "", StringComparison.Ordinal).Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        && value is > 0 and < 1_000 ? value : null;
}
