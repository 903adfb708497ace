using Dapper;
using GridMap.Core;
using GridMap.Core.Geography;
using GridMap.Core.Network;
using GridMap.Platform.Database;
using GridMap.Platform.Network;
using Npgsql;

namespace GridMap.Server.Facilities;

/// <summary>Finds the facilities nearest to a place, in a straight line or on foot.</summary>
public sealed class FindNearestFacilities(NpgsqlDataSource database, WalkingNetwork network, FindOpenFacilities findOpen)
{
    private const double WalkedMetersPerSecond = 1.2;
    private const double LongestWalkSeconds = 3_600;

    private static readonly Refusal NotLinkable = new(
        "POSITION_NOT_LINKABLE", "Choose a place within 150 m of a way one can walk on, or ask for STRAIGHT_LINE.", "该位置 150 米内没有可步行的道路；请另选位置，或按直线距离查找。");

    public async Task<Result<IReadOnlyList<NearbyFacility>>> RunAsync(
        Position from, FacilityFilter filter, bool walking, int limit, CancellationToken cancellationToken)
    {
        // Before a connection is taken: who holds one must not wait for another.
        var kept = await findOpen.RunAsync(filter, cancellationToken);
        var graph = walking ? (await network.LoadAsync(cancellationToken)).Graph : null;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var columns = kept.Columns();
        (columns["longitude"], columns["latitude"]) = (from.Longitude, from.Latitude);
        columns["limit"] = walking ? null : limit;
        var near = (await connection.QueryAsync<Facility, Measured, (Facility Facility, Measured Measured)>(
            new CommandDefinition(Sql.Beside<FindNearestFacilities>(), columns, cancellationToken: cancellationToken),
            (facility, measured) => (facility, measured),
            splitOn: "distance_meters")).AsList();
        if (graph is null)
        {
            return near.ConvertAll(found => new NearbyFacility(found.Facility, found.Measured.DistanceMeters, null));
        }

        var link = await connection.QuerySingleOrDefaultAsync<Link>(new CommandDefinition(
            Sql.Beside<FindNearestFacilities>("link"), new { from.Longitude, from.Latitude }, cancellationToken: cancellationToken));
        return link?.PlaceIn(graph) is { } place ? ByWalk(graph, place, near, limit) : NotLinkable;
    }

    private static NearbyFacility[] ByWalk(WalkingGraph graph, NetworkPlace from, List<(Facility Facility, Measured Measured)> near, int limit)
    {
        var search = new WalkingSearch(graph);
        search.Run([from], LongestWalkSeconds);
        return [.. near
            .Select(found => new NearbyFacility(
                found.Facility,
                found.Measured.DistanceMeters,
                found.Measured.Link?.PlaceIn(graph) is { } place ? search.Find(place)?.Seconds : null))
            .Where(found => found.WalkSeconds is not null)
            .OrderBy(found => found.WalkSeconds)
            .ThenBy(found => found.Facility.Code, StringComparer.Ordinal)
            .Take(limit)];
    }

    private sealed record Measured
    {
        public required double DistanceMeters { get; init; }

        public int? RoadEdgeId { get; init; }

        public double? Fraction { get; init; }

        public double? OffRoadMeters { get; init; }

        public Link? Link => RoadEdgeId is { } edge ? new Link { RoadEdgeId = edge, Fraction = Fraction!.Value, OffRoadMeters = OffRoadMeters!.Value } : null;
    }

    private sealed record Link
    {
        public required int RoadEdgeId { get; init; }

        public required double Fraction { get; init; }

        public required double OffRoadMeters { get; init; }

        public NetworkPlace? PlaceIn(WalkingGraph graph) => graph.FindPlace(RoadEdgeId, Fraction, OffRoadMeters / WalkedMetersPerSecond);
    }
}
