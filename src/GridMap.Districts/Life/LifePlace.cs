namespace GridMap.Districts.Life;

/// <summary>A grid as life sees it.</summary>
public sealed record LifeGrid(int Id, int CommunityId, string CommunityName, int Households);

/// <summary>A divided district to be brought to life as of an instant.</summary>
public sealed class LifePlace
{
    public LifePlace(DividedDistrict district, DateTimeOffset now)
    {
        var communities = district.Areas.Areas.Where(area => area.Level == "community").ToDictionary(area => area.Id, area => area.Name);
        Draft = district.Draft;
        Locator = district.Grids;
        Now = now;
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById(Draft.Place.TimeZone);
        Grids =
        [
            .. district.Areas.Areas
                .Where(area => area.Level == "grid")
                .Select(area => new LifeGrid(area.Id, area.ParentId!.Value, communities[area.ParentId.Value], area.Sums.Households)),
        ];
    }

    public DistrictDraft Draft { get; }

    public IReadOnlyList<LifeGrid> Grids { get; }

    public GridLocator Locator { get; }

    public DateTimeOffset Now { get; }

    public TimeZoneInfo TimeZone { get; }

    /// <summary>Of the draft's seed and the place's name: two places of one seed do not live the same days.</summary>
    public long Seed => Draft.Place.Name.Aggregate(Draft.Place.Seed, (sum, letter) => unchecked(sum * 31 + letter));

    /// <summary>The demo's scale, or `osm`: how busy the place is.</summary>
    public string Size => Draft.Place.Scale ?? "osm";
}
