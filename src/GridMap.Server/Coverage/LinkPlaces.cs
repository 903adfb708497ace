using Dapper;
using GridMap.Core.Geography;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Coverage;

/// <summary>Links places to the walking network as buildings are linked.</summary>
public sealed class LinkPlaces(NpgsqlDataSource database)
{
    /// <summary>For each place its link, or why there is none.</summary>
    public async Task<IReadOnlyList<PlaceLink>> RunAsync(IReadOnlyList<Position> places, int networkVersion, CancellationToken cancellationToken)
    {
        if (places.Count == 0)
        {
            return [];
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<Row>(new CommandDefinition(
            Sql.Beside<LinkPlaces>(),
            new
            {
                longitudes = places.Select(place => place.Longitude).ToArray(),
                latitudes = places.Select(place => place.Latitude).ToArray(),
                version = networkVersion,
            },
            cancellationToken: cancellationToken));
        return [.. found.Select(row => new PlaceLink(
            row.RoadEdgeId is { } edge ? new NetworkLink(edge, row.Fraction!.Value, row.OffRoadMeters!.Value) : null, row.Reason))];
    }

    private sealed record Row(int Number, int? RoadEdgeId, double? Fraction, double? OffRoadMeters, string? Reason);
}

/// <summary>Where a place meets the network, or why it does not: `too_far`, `across_water`, `across_wall`.</summary>
public sealed record PlaceLink(NetworkLink? Link, string? Reason);
