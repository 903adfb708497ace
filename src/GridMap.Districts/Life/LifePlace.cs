using NetTopologySuite.Geometries;

namespace GridMap.Districts.Life;

/// <summary>A grid as life sees it.</summary>
public sealed record LifeGrid(int Id, int CommunityId, string CommunityName, int Households, MultiPolygon Shape);

/// <summary>A divided district to be brought to life as of an instant. `Size`: small, district, city or osm.</summary>
public sealed record LifePlace(DistrictDraft Draft, IReadOnlyList<LifeGrid> Grids, DateTimeOffset Now, string Size)
{
    public TimeZoneInfo TimeZone { get; } = TimeZoneInfo.FindSystemTimeZoneById(Draft.Place.TimeZone);

    public long Seed => Draft.Place.Seed;
}
