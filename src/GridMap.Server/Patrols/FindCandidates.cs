using Dapper;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Geography;
using GridMap.Core.Network;
using GridMap.Core.Patrols;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using GridMap.Platform.Network;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>
/// Finds whom to send to an incident: one search on the walking network, backwards from the incident, gives the time of everybody near it. Costs three
/// statements, however many patrols there are.
/// </summary>
public sealed class FindCandidates(
    NpgsqlDataSource database, KeepRoster roster, LatestFixes fixes, WalkingNetwork network, LinkToNetwork link, CurrentAreas areas, PatrolOptions options, TimeProvider clock)
{
    public const int Most = 50;

    // Who is farther than all of these in a straight line is not among the first on foot either, or a river lies between; so many are measured, not all.
    private const int MostMeasured = 150;

    public static Refusal NotAllowed { get; } = new(
        "NOT_ALLOWED", "Your roles do not allow dispatching at this incident.", "您的角色无权在此处派遣。");

    public async Task<Result<IReadOnlyList<DispatchCandidate>>> RunAsync(
        Guid incidentId, int first, bool includeUnsuitable, Caller caller, CancellationToken cancellationToken)
    {
        var tree = await areas.LoadAsync(cancellationToken);
        var incident = await FindIncidentAsync(incidentId, cancellationToken);
        if (!AccessRules.Allows(caller, Permission.Dispatch, tree.PathOf(incident.GridId)))
        {
            return NotAllowed;
        }

        await roster.FirstRead.WaitAsync(cancellationToken);
        var scope = AccessRules.Scope(caller, Permission.Dispatch, tree).And(AccessRules.Scope(caller, Permission.SeePatrols, tree));
        var (duty, now) = (roster.Current!, clock.GetUtcNow());
        var patrols = await FindPatrolsAsync(incidentId, duty, now, includeUnsuitable ? incident.GridId : null, scope, cancellationToken);
        var placed = new List<(Row Patrol, Fix? Fix)>(patrols.Count);
        foreach (var patrol in patrols)
        {
            placed.Add((patrol, await fixes.FindAsync(patrol.Id, cancellationToken)));
        }

        var walks = await WalkAsync(incident.Position, placed, cancellationToken);
        var candidates = placed.Select(pair => Describe(pair.Patrol, pair.Fix, walks.GetValueOrDefault(pair.Patrol.Id), incident, duty, now));
        return candidates
            .Where(candidate => includeUnsuitable || candidate.IsSuitable)
            .OrderByDescending(candidate => candidate.IsSuitable)
            .ThenBy(candidate => candidate.ExpectedSeconds ?? double.PositiveInfinity)
            .ThenBy(candidate => candidate.DistanceMeters ?? double.PositiveInfinity)
            .ThenBy(candidate => candidate.PatrolId)
            .Take(first)
            .ToList();
    }

    private DispatchCandidate Describe(Row patrol, Fix? fix, double? walkSeconds, Target incident, DutyRoster duty, DateTimeOffset now)
    {
        var age = now - fix?.At;
        var facts = new CandidateFacts(
            duty.OnShiftUntil(patrol.Id, now), patrol.IsSentAlready, patrol.OpenAssignments, patrol.Skills, age, walkSeconds);
        return new DispatchCandidate(
            patrol.Id,
            patrol.Name,
            patrol.Skills,
            Suitability.FindObstacles(facts, incident.Skills, now, options.SilentAfter, options.Dispatch),
            walkSeconds,
            fix is { } known ? Meters(incident.Position, known.Position) : null,
            Suitability.ExpectedSeconds(facts, options.Dispatch),
            patrol.OpenAssignments,
            facts.OnShiftUntil,
            fix?.At,
            age is { } old ? Math.Max(0, Math.Round(old.TotalSeconds, 1)) : null);
    }

    /// <summary>The walking seconds to the incident of those who can be there within the longest walk, by patrol.</summary>
    private async Task<Dictionary<int, double?>> WalkAsync(Position incident, List<(Row Patrol, Fix? Fix)> placed, CancellationToken cancellationToken)
    {
        var near = placed
            .Where(pair => pair.Fix is not null)
            .Select(pair => (pair.Patrol.Id, pair.Fix!.Value.Position))
            .OrderBy(pair => Meters(incident, pair.Position))
            .Take(MostMeasured)
            .ToList();
        var loaded = await network.LoadAsync(cancellationToken);
        var links = await link.RunAsync([incident, .. near.Select(pair => pair.Position)], loaded.Version, cancellationToken);
        var back = loaded.Back.Value;
        if (!links.TryGetValue(0, out var here) || here.PlaceIn(back) is not { } from)
        {
            return [];
        }

        var search = new WalkingSearch(back);
        search.Run([from], options.Dispatch.LongestWalk.TotalSeconds);
        return near
            .Select((pair, at) => (pair.Id, Place: links.GetValueOrDefault(at + 1)?.PlaceIn(back)))
            .ToDictionary(pair => pair.Id, pair => pair.Place is { } place ? search.Find(place)?.Seconds : null);
    }

    private async Task<Target> FindIncidentAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleAsync<Target>(new CommandDefinition(
            Sql.Beside<FindCandidates>("incident"), new { id }, cancellationToken: cancellationToken));
    }

    private async Task<List<Row>> FindPatrolsAsync(
        Guid incident, DutyRoster duty, DateTimeOffset now, int? ownGrid, GridScope scope, CancellationToken cancellationToken)
    {
        var columns = new
        {
            incident,
            on_duty = duty.ByPatrol.Values.Where(entry => duty.IsOnDuty(entry, now)).Select(entry => entry.PatrolId).ToArray(),
            own_grid = ownGrid,
            grids = scope.Grids,
        };
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<Row>(new CommandDefinition(
            Sql.Beside<FindCandidates>(), columns, cancellationToken: cancellationToken))).AsList();
    }

    private static double Meters(Position from, Position to)
    {
        var degree = Ellipsoid.MetersPerDegree(from.Latitude);
        return Math.Round(double.Hypot((to.Longitude - from.Longitude) * degree.Longitude, (to.Latitude - from.Latitude) * degree.Latitude), 1);
    }

    private sealed record Target
    {
        public int? GridId { get; init; }

        public required Position Position { get; init; }

        public required IReadOnlyList<string> Skills { get; init; }
    }

    private sealed record Row
    {
        public required int Id { get; init; }

        public required string Name { get; init; }

        public required IReadOnlyList<string> Skills { get; init; }

        public required int OpenAssignments { get; init; }

        public required bool IsSentAlready { get; init; }
    }
}
