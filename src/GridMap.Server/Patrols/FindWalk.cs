using Dapper;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Geography;
using GridMap.Core.Network;
using GridMap.Core.Patrols;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using GridMap.Platform.Network;
using NetTopologySuite.Geometries;
using Npgsql;
using Position = GridMap.Core.Geography.Position;

namespace GridMap.Server.Patrols;

/// <summary>The quickest way of a patrol to an incident on foot.</summary>
/// <param name="Path">From where the patrol was last to where the incident is.</param>
/// <param name="Meters">Of the path.</param>
/// <param name="FixAt">When the patrol was where it begins.</param>
public sealed record WalkToIncident(Geometry Path, double Meters, double Seconds, DateTimeOffset FixAt);

/// <summary>Finds the way by which the walking time of a candidate is counted: by the same search, on the same network.</summary>
public sealed class FindWalk(
    NpgsqlDataSource database, LatestFixes fixes, WalkingNetwork network, LinkToNetwork link, CurrentAreas areas, PatrolOptions options)
{
    /// <summary>Null where no way leads there within the longest walk, nobody knows where the patrol is, or the caller may not see it.</summary>
    public async Task<Result<WalkToIncident?>> RunAsync(Guid incidentId, int patrolId, Caller caller, CancellationToken cancellationToken)
    {
        var tree = await areas.LoadAsync(cancellationToken);
        var ends = await FindEndsAsync(incidentId, patrolId, cancellationToken);
        if (!AccessRules.Allows(caller, Permission.Dispatch, tree.PathOf(ends.GridId)))
        {
            return FindCandidates.NotAllowed;
        }

        var scope = AccessRules.Scope(caller, Permission.Dispatch, tree).And(AccessRules.Scope(caller, Permission.SeePatrols, tree));
        return ends.IsPatrolKnown && scope.Contains(ends.PatrolGridId) && await fixes.FindAsync(patrolId, cancellationToken) is { } fix
            ? await WalkAsync(fix, ends.Position, cancellationToken)
            : default(WalkToIncident);
    }

    private async Task<WalkToIncident?> WalkAsync(Fix fix, Position incident, CancellationToken cancellationToken)
    {
        var loaded = await network.LoadAsync(cancellationToken);
        var links = await link.RunAsync([incident, fix.Position], loaded.Version, cancellationToken);
        var back = loaded.Back.Value;
        if (links.GetValueOrDefault(0)?.PlaceIn(back) is not { } from || links.GetValueOrDefault(1)?.PlaceIn(back) is not { } to)
        {
            return null;
        }

        var search = new WalkingSearch(back);
        search.Run([from], options.Dispatch.LongestWalk.TotalSeconds);
        if (search.Find(to) is not { } found || search.Trace(to) is not { } legs)
        {
            return null;
        }

        // Searched backwards from the incident.
        var course = await DrawAsync(fix.Position, [.. legs.Reverse().Select(leg => new RouteLeg(leg.EdgeId, leg.To, leg.From))], incident, loaded.Version, cancellationToken);
        return new WalkToIncident(course.Path, Math.Round(course.Meters, 1), found.Seconds, fix.At);
    }

    private async Task<Ends> FindEndsAsync(Guid incident, int patrol, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleAsync<Ends>(new CommandDefinition(
            Sql.Beside<FindWalk>("ends"), new { incident, patrol }, cancellationToken: cancellationToken));
    }

    private async Task<Course> DrawAsync(Position from, RouteLeg[] legs, Position to, int version, CancellationToken cancellationToken)
    {
        var columns = new
        {
            version,
            edges = Array.ConvertAll(legs, leg => leg.EdgeId),
            froms = Array.ConvertAll(legs, leg => leg.From),
            tos = Array.ConvertAll(legs, leg => leg.To),
            from_longitude = from.Longitude,
            from_latitude = from.Latitude,
            to_longitude = to.Longitude,
            to_latitude = to.Latitude,
        };
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleAsync<Course>(new CommandDefinition(Sql.Beside<FindWalk>(), columns, cancellationToken: cancellationToken));
    }

    private sealed record Ends
    {
        public int? GridId { get; init; }

        public required Position Position { get; init; }

        public required bool IsPatrolKnown { get; init; }

        public int? PatrolGridId { get; init; }
    }

    private sealed record Course
    {
        public required Geometry Path { get; init; }

        public required double Meters { get; init; }
    }
}
