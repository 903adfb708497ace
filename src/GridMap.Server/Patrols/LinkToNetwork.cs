using Dapper;
using GridMap.Core.Geography;
using GridMap.Core.Network;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>Finds where places meet a version of the walking network.</summary>
public sealed class LinkToNetwork(NpgsqlDataSource database)
{
    /// <summary>By the place's index; none for what is too far from every way.</summary>
    public async Task<IReadOnlyDictionary<int, NetworkLink>> RunAsync(IReadOnlyList<Position> places, int version, CancellationToken cancellationToken)
    {
        var columns = new
        {
            longitudes = places.Select(place => place.Longitude).ToArray(),
            latitudes = places.Select(place => place.Latitude).ToArray(),
            version,
        };
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<NetworkLink>(new CommandDefinition(
            Sql.Beside<LinkToNetwork>(), columns, cancellationToken: cancellationToken))).ToDictionary(link => link.Place);
    }
}

/// <summary>Where a place meets the walking network.</summary>
public sealed record NetworkLink
{
    private const double WalkedMetersPerSecond = 1.2;

    public required int Place { get; init; }

    public required int RoadEdgeId { get; init; }

    public required double Fraction { get; init; }

    public required double OffRoadMeters { get; init; }

    public NetworkPlace? PlaceIn(WalkingGraph graph) => graph.FindPlace(RoadEdgeId, Fraction, OffRoadMeters / WalkedMetersPerSecond);
}
