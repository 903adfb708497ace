using GridMap.Core;
using GridMap.Core.Coverage;
using GridMap.Core.Facilities;
using GridMap.Core.Geography;
using GridMap.Platform.Access;
using GridMap.Platform.Api;

namespace GridMap.Server.Coverage;

/// <summary>Answers a question about coverage: which facilities count, the map of them from memory, and what-ifs on a copy of it.</summary>
public sealed class AnswerCoverage(
    CurrentCoverage current, LoadPastFacilities loadPast, CoverageMaps maps, LinkPlaces link, LoadPlaceTime loadTime, CurrentAreas areas, TimeProvider clock)
{
    private const int ChangesMost = 200;
    private const int AddedNumber = 1_000_000_000;
    private const double MinutesMost = 120;
    private const double MetersMost = 10_000;
    private const double HorizonSeconds = 3600;
    private const double HorizonMeters = 5000;

    public async Task<Result<CoverageAnswer>> RunAsync(CoverageInput input, CancellationToken cancellationToken)
    {
        if (FindStandardRefusal(input.Minutes, input.Meters) is { } malformed)
        {
            return malformed;
        }

        var (ground, present) = await current.LoadAsync(cancellationToken);
        var facilities = input.AsOf is { } then ? await loadPast.RunAsync(then, present, ground.NetworkVersion, cancellationToken) : present;
        var scope = await ScopeAsync(input.Within, ground, cancellationToken);
        if ((scope.Refusal ?? FindNameRefusal(input, facilities)) is { } unknown)
        {
            return unknown;
        }

        var changes = ReadChanges(input.Changes ?? [], facilities);
        if (changes.Refusal is { } wrong)
        {
            return wrong;
        }

        var time = input.At is { } at ? await loadTime.RunAsync(at, cancellationToken) : null;
        var field = ground.Field(input.Meters is not null, input.Population);
        var standing = Standing(input, facilities, time, field);
        var map = maps.Find(ground, facilities, input, Standard(input), Horizon(input), standing.Placed);
        var changed = changes.Value.Count == 0 ? new Changed(map, [], []) : await ChangeAsync(input, changes.Value, map, time, ground, field, cancellationToken);
        var placed = standing.Placed.ToDictionary(facility => facility.Number);
        foreach (var facility in changed.Placed)
        {
            placed[facility.Number] = facility;
        }

        return new CoverageAnswer(input, ground, changed.Map, scope.Value, placed, changed.Unplaced)
        {
            AsOf = clock.GetUtcNow(),
            Field = field,
            HoursNotUnderstood = standing.HoursNotUnderstood,
            FacilitiesOff = standing.Off,
        };
    }

    /// <summary>The refusal of a standard, if it is none.</summary>
    public static Refusal? FindStandardRefusal(double? minutes, double? meters)
    {
        if (minutes is null == meters is null)
        {
            return CoverageRefusals.StandardMissing;
        }

        return minutes is > 0 and <= MinutesMost || meters is > 0 and <= MetersMost ? null : CoverageRefusals.StandardOutOfRange;
    }

    private static long Standard(CoverageInput input) => WalkCost.From(input.Meters ?? input.Minutes!.Value * 60);

    private static long Horizon(CoverageInput input) => Math.Max(Standard(input), WalkCost.From(input.Meters is null ? HorizonSeconds : HorizonMeters));

    private static Refusal? FindNameRefusal(CoverageInput input, CoverageFacilities facilities) =>
        input.Kind is { } kind && !facilities.Kinds.Contains(kind) ? CoverageRefusals.KindUnknown
        : input.Service is { } service && !facilities.Services.Contains(service) ? CoverageRefusals.ServiceUnknown
        : null;

    private static Result<IReadOnlyList<Change>> ReadChanges(IReadOnlyList<CoverageChangeInput> changes, CoverageFacilities facilities)
    {
        if (changes.Count > ChangesMost || changes.Where(change => change.FacilityId is not null).GroupBy(change => change.FacilityId).Any(same => same.Count() > 1))
        {
            return CoverageRefusals.ChangesTooMany;
        }

        var read = new List<Change>();
        foreach (var (index, change) in changes.Index())
        {
            if (change.OpeningHours is { } hours && OpeningHours.Parse(hours).Refusal is { } notUnderstood)
            {
                return notUnderstood;
            }

            if (change.FacilityId is null ? change.Position is null || change.Closed is true : change is { Position: null, Closed: null, OpeningHours: null })
            {
                return CoverageRefusals.ChangeMalformed;
            }

            var facility = default(CoverageFacility);
            if (change.FacilityId is { } id && (RequestValue.Id(id) is not { IsRefused: false } known || !facilities.ById.TryGetValue(known.Value, out facility)))
            {
                return CoverageRefusals.FacilityUnknown;
            }

            read.Add(new Change(index, facility, change));
        }

        return read;
    }

    /// <summary>Whether somebody is served there then, at any time if none is named; null where the hours are not understood.</summary>
    private static bool? IsOpen(string hours, LocalClock? time) => time is null ? true : time.IsOpen(hours);

    private static (List<PlacedFacility> Placed, int HoursNotUnderstood, List<CoverageFacilityOff> Off) Standing(
        CoverageInput input, CoverageFacilities facilities, LocalClock? time, CoverageField field)
    {
        var placed = new List<PlacedFacility>();
        var off = new List<CoverageFacilityOff>();
        var notUnderstood = 0;
        foreach (var facility in facilities.ById.Values)
        {
            if (!facility.IsServing || (input.Kind is { } kind && facility.Kind != kind) || facility.HoursOf(input.Service) is not { } hours)
            {
                continue;
            }

            var isOpen = IsOpen(hours, time);
            notUnderstood += isOpen is null ? 1 : 0;
            if (isOpen != true)
            {
                continue;
            }

            if (facility.Link is { } at && field.Find(at) is { } place)
            {
                placed.Add(new PlacedFacility(facility.Id, facility, null, new Position(facility.Longitude, facility.Latitude), place));
            }
            else
            {
                off.Add(new CoverageFacilityOff(facility.Id, facility.Name, new Position(facility.Longitude, facility.Latitude)));
            }
        }

        return (placed, notUnderstood, off);
    }

    private async Task<Changed> ChangeAsync(
        CoverageInput input, IReadOnlyList<Change> changes, CoverageMap map, LocalClock? time, CoverageGround ground, CoverageField field, CancellationToken cancellationToken)
    {
        var pinned = changes.Where(change => change.Input.Position is not null).ToList();
        var links = await link.RunAsync([.. pinned.Select(change => change.Input.Position!.Value)], ground.NetworkVersion, cancellationToken);
        var linkOf = pinned.Zip(links).ToDictionary(pair => pair.First.Index, pair => pair.Second);
        var copy = map.Copy();
        var placed = new List<PlacedFacility>();
        var unplaced = new List<CoverageUnplaced>();
        foreach (var change in changes)
        {
            var number = change.Facility?.Id ?? AddedNumber + change.Index;
            var where = linkOf.GetValueOrDefault(change.Index) ?? new PlaceLink(change.Facility!.Link, change.Facility.Link is null ? "too_far" : null);
            if (!Counts(input, change, time))
            {
                copy.Remove(number);
            }
            else if (where.Link is { } at && field.Find(at) is { } place)
            {
                copy.Move(number, place);
                var position = change.Input.Position ?? new Position(change.Facility!.Longitude, change.Facility.Latitude);
                placed.Add(new PlacedFacility(number, change.Facility, change.Index, position, place));
            }
            else
            {
                copy.Remove(number);
                unplaced.Add(new CoverageUnplaced(change.Index, where.Reason ?? "too_far"));
            }
        }

        return new Changed(copy, placed, unplaced);
    }

    // One that is added is taken to be of the kind and to offer the service.
    private static bool Counts(CoverageInput input, Change change, LocalClock? time)
    {
        if (change.Facility is not { } facility)
        {
            return change.Input.OpeningHours is not { } added || IsOpen(added, time) == true;
        }

        var isServing = change.Input.Closed is { } closed ? !closed : facility.IsServing;
        return isServing
            && (input.Kind is null || facility.Kind == input.Kind)
            && facility.HoursOf(input.Service) is { } hours
            && IsOpen(change.Input.OpeningHours ?? hours, time) == true;
    }

    private async Task<Result<bool[]?>> ScopeAsync(string? within, CoverageGround ground, CancellationToken cancellationToken)
    {
        if (within is null)
        {
            return default(bool[]);
        }

        var tree = await areas.LoadAsync(cancellationToken);
        var id = RequestValue.Id(within);
        if (id.IsRefused || !tree.Knows(id.Value))
        {
            return CoverageRefusals.AreaUnknown;
        }

        var scope = new bool[ground.Grids.Count + 1];
        foreach (var grid in tree.ScopeOf([id.Value]).Grids ?? [])
        {
            if (ground.AreaOf(grid) is { } area)
            {
                scope[area] = true;
            }
        }

        return scope;
    }

    private sealed record Change(int Index, CoverageFacility? Facility, CoverageChangeInput Input);

    private sealed record Changed(CoverageMap Map, IReadOnlyList<PlacedFacility> Placed, IReadOnlyList<CoverageUnplaced> Unplaced);
}
