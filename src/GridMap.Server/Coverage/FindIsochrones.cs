using System.Globalization;
using GridMap.Core;
using GridMap.Core.Coverage;
using GridMap.Core.Geography;
using GridMap.Platform.Database;
using NetTopologySuite.Geometries;
using Npgsql;
using Position = GridMap.Core.Geography.Position;

namespace GridMap.Server.Coverage;

/// <summary>Finds the bands from which facilities can be reached: reached edges cut at the exact fraction, buffered and dissolved.</summary>
public sealed class FindIsochrones(AnswerCoverage answer, LinkPlaces link, NpgsqlDataSource database)
{
    private const int LimitsMost = 6;
    private const int FacilitiesMost = 20;
    private const int PositionsMost = 10;

    public async Task<Result<IReadOnlyList<CoverageIsochrone>>> RunAsync(
        CoverageInput input, IReadOnlyList<double> limits, IReadOnlyList<string>? facilityIds, IReadOnlyList<Position>? positions, CancellationToken cancellationToken)
    {
        var inMeters = input.Meters is not null;
        if (limits.Count is < 1 or > LimitsMost
            || (facilityIds?.Count ?? 0) + (positions?.Count ?? 0) == 0
            || facilityIds?.Count > FacilitiesMost
            || positions?.Count > PositionsMost
            || limits.Any(limit => AnswerCoverage.FindStandardRefusal(inMeters ? null : limit, inMeters ? limit : null) is not null))
        {
            return CoverageRefusals.LimitsOutOfRange;
        }

        var answered = await answer.RunAsync(input, cancellationToken);
        if (answered.Refusal is { } refusal)
        {
            return refusal;
        }

        var from = await PlacesAsync(answered.Value, facilityIds, positions, cancellationToken);
        var bands = new List<CoverageIsochrone>();
        foreach (var limit in limits)
        {
            var spans = Isochrones.Find(answered.Value.Field.Streets, from, WalkCost.From(inMeters ? limit : limit * 60));
            bands.Add(new CoverageIsochrone(limit, await DrawAsync(answered.Value.Field.Streets, spans, cancellationToken)));
        }

        return bands;
    }

    private async Task<IReadOnlyList<CoveragePlace>> PlacesAsync(
        CoverageAnswer answered, IReadOnlyList<string>? facilityIds, IReadOnlyList<Position>? positions, CancellationToken cancellationToken)
    {
        var named = (facilityIds ?? []).ToHashSet(StringComparer.Ordinal);
        var links = await link.RunAsync(positions ?? [], answered.NetworkVersion, cancellationToken);
        return
        [
            .. answered.Map.Facilities.Where(facility => named.Contains(facility.Key.ToString(CultureInfo.InvariantCulture))).Select(facility => facility.Value),
            .. links.Select(found => found.Link is { } at ? answered.Field.Find(at) : null).OfType<CoveragePlace>(),
        ];
    }

    private async Task<Geometry?> DrawAsync(CoverageNetwork network, IReadOnlyList<EdgeSpan> spans, CancellationToken cancellationToken)
    {
        if (spans.Count == 0)
        {
            return null;
        }

        await using var command = database.CreateCommand(Sql.Beside<FindIsochrones>());
        command.Parameters.AddWithValue("edges", spans.Select(span => network.IdOf(span.Edge)).ToArray());
        command.Parameters.AddWithValue("begins", spans.Select(span => span.From).ToArray());
        command.Parameters.AddWithValue("ends", spans.Select(span => span.To).ToArray());
        return (Geometry?)await command.ExecuteScalarAsync(cancellationToken);
    }
}

/// <summary>A band of streets from which a facility can be reached; no shape where there is none.</summary>
public sealed record CoverageIsochrone(double Limit, Geometry? Shape);
