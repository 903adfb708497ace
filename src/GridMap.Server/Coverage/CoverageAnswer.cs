using GridMap.Core.Coverage;
using GridMap.Core.Geography;

namespace GridMap.Server.Coverage;

/// <summary>A facility that counts, where it meets the network.</summary>
/// <param name="Number">Its id, or a number beyond all ids for one that was added.</param>
/// <param name="Facility">Null for one that was added.</param>
/// <param name="Change">The index of the what-if that put it there.</param>
public sealed record PlacedFacility(int Number, CoverageFacility? Facility, int? Change, Position Position, CoveragePlace Place);

/// <summary>A what-if that could not be placed, and why.</summary>
public sealed record CoverageUnplaced(int Change, string Reason);

/// <summary>How many of how many are covered.</summary>
public sealed record CoverageShare(int Covered, int Total, int Unlinkable, int CoveredTwice)
{
    public double? Value => Total == 0 ? null : (double)Covered / Total;

    public static CoverageShare Of(AreaCoverage sums) =>
        new(checked((int)sums.Covered), checked((int)sums.Total), checked((int)sums.Unlinkable), checked((int)sums.CoveredTwice));
}

/// <summary>An area with its share.</summary>
public sealed record CoverageArea(int Id, string Code, string Name, CoverageShare Share)
{
    public int Uncovered => Share.Total - Share.Covered;
}

/// <summary>A place where people are not covered.</summary>
public sealed record CoverageGapPlace(int Id, string Name, string? Community, int? CommunityId, int People, int Buildings, Position Position, double? Nearest);

/// <summary>A building that no way leads to, with those who live in it.</summary>
public sealed record CoverageUnlinkable(int Id, string Name, string? Community, int People, string Reason, Position Position);

/// <summary>A facility that no way leads to.</summary>
public sealed record CoverageFacilityOff(int FacilityId, string Name, Position Position);

/// <summary>A facility with those whose nearest it is.</summary>
public sealed record CoverageCatchment(int? FacilityId, int? Change, string? Name, Position Position, int People, int? Capacity, string? OpeningHours)
{
    public double? Load => Capacity is > 0 ? (double)People / Capacity : null;
}

/// <summary>Buildings where somebody is counted, in one order for all lists.</summary>
public sealed record CoverageBuildings(int[] Ids, double[] Longitudes, double[] Latitudes, int[] People, string States, int[] Walks);

/// <summary>What a question was answered; lists are made when they are asked for.</summary>
public sealed class CoverageAnswer(
    CoverageInput question,
    CoverageGround ground,
    CoverageMap map,
    bool[]? scope,
    IReadOnlyDictionary<int, PlacedFacility> placed,
    IReadOnlyList<CoverageUnplaced> unplaced)
{
    private IReadOnlyList<CoverageArea>? _communities;
    private IReadOnlyList<CoverageArea>? _grids;
    private IReadOnlyList<CoverageGapPlace>? _gaps;
    private IReadOnlyList<CoverageUnlinkable>? _unlinkable;

    public required DateTimeOffset AsOf { get; init; }

    public required CoverageField Field { get; init; }

    public required int HoursNotUnderstood { get; init; }

    public required IReadOnlyList<CoverageFacilityOff> FacilitiesOff { get; init; }

    public int FacilitiesUnlinkable => FacilitiesOff.Count;

    public CoverageInput Question => question;

    public CoverageGround Ground => ground;

    /// <summary>Only read: it may be shared.</summary>
    public CoverageMap Map => map;

    public int NetworkVersion => ground.NetworkVersion;

    public int GroundVersion => ground.Number;

    public int Facilities => map.Facilities.Count;

    public IReadOnlyList<CoverageUnplaced> Unplaced => unplaced;

    public CoverageShare Share => CoverageShare.Of(Sum(map));

    public IReadOnlyList<CoverageArea> AllGrids => _grids ??= [.. ground.Grids.Index()
        .Where(grid => IsWithin(grid.Index + 1))
        .Select(grid => new CoverageArea(grid.Item.Id, grid.Item.Code, grid.Item.Name, CoverageShare.Of(map.Areas.Length > grid.Index + 1 ? map.Areas[grid.Index + 1] : default)))
        .OrderByDescending(area => area.Uncovered)
        .ThenBy(area => area.Code, StringComparer.Ordinal)];

    public IReadOnlyList<CoverageArea> AllCommunities => _communities ??= [.. ground.Grids.Index()
        .Where(grid => IsWithin(grid.Index + 1) && grid.Item.CommunityId is not null)
        .GroupBy(grid => (grid.Item.CommunityId, grid.Item.CommunityCode, grid.Item.CommunityName))
        .Select(grids => new CoverageArea(
            grids.Key.CommunityId!.Value,
            grids.Key.CommunityCode!,
            grids.Key.CommunityName!,
            CoverageShare.Of(grids.Aggregate(default(AreaCoverage), (sum, grid) => map.Areas.Length > grid.Index + 1 ? sum.Plus(map.Areas[grid.Index + 1]) : sum))))
        .OrderByDescending(area => area.Uncovered)
        .ThenBy(area => area.Code, StringComparer.Ordinal)];

    public IReadOnlyList<CoverageGapPlace> AllGaps => _gaps ??= FindGaps();

    public IReadOnlyList<CoverageUnlinkable> AllUnlinkable => _unlinkable ??= [.. Listed()
        .Where(building => map.Demand[building].Place is null)
        .Select(building => (Building: ground.Buildings[building], map.Demand[building].Weight, Grid: ground.Grids.ElementAtOrDefault(map.Demand[building].Area - 1)))
        .Select(found => new CoverageUnlinkable(
            found.Building.Id,
            found.Building.Name ?? found.Grid?.Name ?? "—",
            found.Grid?.CommunityName,
            found.Weight,
            found.Building.UnlinkableReason ?? "too_far",
            new Position(found.Building.Longitude, found.Building.Latitude)))
        .OrderByDescending(found => found.People)
        .ThenBy(found => found.Id)];

    public IReadOnlyList<CoverageCatchment> Catchments
    {
        get
        {
            var people = placed.Keys.ToDictionary(number => number, _ => 0);
            for (var building = 0; building < map.Demand.Count; building++)
            {
                if (map.IsCovered(building) && IsWithin(map.Demand[building].Area))
                {
                    people[map.Find(building)!.Value.Facility] += map.Demand[building].Weight;
                }
            }

            return [.. placed.Values
                .Where(facility => map.Facilities.ContainsKey(facility.Number))
                .Select(facility => new CoverageCatchment(
                    facility.Facility?.Id, facility.Change, facility.Facility?.Name, facility.Position, people[facility.Number], facility.Facility?.Capacity,
                    (facility.Change is { } change ? question.Changes![change].OpeningHours : null) ?? facility.Facility?.HoursOf(question.Service)))
                .OrderByDescending(catchment => catchment.People)
                .ThenBy(catchment => catchment.FacilityId)];
        }
    }

    public CoverageBuildings Buildings
    {
        get
        {
            int[] listed = [.. Listed()];
            return new CoverageBuildings(
                Array.ConvertAll(listed, building => ground.Buildings[building].Id),
                Array.ConvertAll(listed, building => ground.Buildings[building].Longitude),
                Array.ConvertAll(listed, building => ground.Buildings[building].Latitude),
                Array.ConvertAll(listed, building => map.Demand[building].Weight),
                string.Create(listed.Length, (listed, this), static (states, all) =>
                {
                    for (var i = 0; i < states.Length; i++)
                    {
                        states[i] = all.Item2.StateOf(all.listed[i]);
                    }
                }),
                Array.ConvertAll(listed, WalkOf));
        }
    }

    /// <summary>The buildings that are counted, by their index.</summary>
    public IEnumerable<int> Listed() =>
        Enumerable.Range(0, map.Demand.Count).Where(building => map.Demand[building].Weight > 0 && IsWithin(map.Demand[building].Area));

    /// <summary>`0` not covered, `1` covered, `2` covered twice, `x` no way leads there.</summary>
    public char StateOf(int building) =>
        map.Demand[building].Place is null ? 'x'
        : !map.IsCovered(building) ? '0'
        : map.Find(building, rank: 1)?.Cost <= map.Standard ? '2' : '1';

    public bool IsWithin(int area) => scope is null || scope[area];

    /// <summary>The sums of another map of the same ground over the same area.</summary>
    public AreaCoverage Sum(CoverageMap other)
    {
        if (scope is null)
        {
            return other.Totals;
        }

        var sum = default(AreaCoverage);
        for (var area = 0; area < other.Areas.Length; area++)
        {
            sum = scope[area] ? sum.Plus(other.Areas[area]) : sum;
        }

        return sum;
    }

    // Rounded up, so that nobody beyond the standard is shown at it.
    private int WalkOf(int building) => map.Find(building) is { } found ? (int)Math.Ceiling(WalkCost.Amount(found.Cost)) : -1;

    private List<CoverageGapPlace> FindGaps()
    {
        // Parts of one community are one gap, whatever grids they lie in.
        var found = CoverageGaps.Find(map, CommunityOf);
        return [.. found
            .Select(gap => (Gap: gap, Listed: gap.Buildings.Where(building => IsWithin(map.Demand[building].Area)).ToList()))
            .Where(gap => gap.Listed.Count > 0)
            .Select(gap => Describe(gap.Listed))
            .OrderByDescending(gap => gap.People)
            .ThenBy(gap => gap.Id)];
    }

    private int CommunityOf(int area) => area == 0 ? 0 : ground.Grids[area - 1].CommunityId ?? 0;

    private CoverageGapPlace Describe(List<int> buildings)
    {
        var home = buildings.GroupBy(building => ground.Buildings[building].Name).MaxBy(same => same.Sum(building => map.Demand[building].Weight))!;
        var heart = ground.Buildings[home.MaxBy(building => map.Demand[building].Weight)];
        var grid = ground.Grids.ElementAtOrDefault(map.Demand[buildings[0]].Area - 1);
        var nearest = buildings.Min(building => map.Find(building)?.Cost ?? WalkCost.Barred);
        return new CoverageGapPlace(
            ground.Buildings[buildings[0]].Id,
            home.Key ?? grid?.Name ?? "—",
            grid?.CommunityName,
            grid?.CommunityId,
            buildings.Sum(building => map.Demand[building].Weight),
            buildings.Count,
            new Position(heart.Longitude, heart.Latitude),
            nearest < WalkCost.Barred ? WalkCost.Amount(nearest) : null);
    }
}
