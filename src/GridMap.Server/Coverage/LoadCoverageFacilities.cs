using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Coverage;

/// <summary>Loads the facilities as coverage needs them.</summary>
public sealed class LoadCoverageFacilities(NpgsqlDataSource database)
{
    private static int s_loaded;

    public async Task<CoverageFacilities> RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<CoverageFacility>(new CommandDefinition(
            Sql.Beside<LoadCoverageFacilities>(), cancellationToken: cancellationToken));
        var names = await connection.QuerySingleAsync<Names>(new CommandDefinition(
            Sql.Beside<LoadCoverageFacilities>("names"), cancellationToken: cancellationToken));
        return new CoverageFacilities(
            NextNumber(), found.ToDictionary(facility => facility.Id), names.Kinds.ToHashSet(), names.Services.ToHashSet());
    }

    /// <summary>No two loadings have the same.</summary>
    internal static int NextNumber() => Interlocked.Increment(ref s_loaded);

    private sealed record Names
    {
        public required string[] Kinds { get; init; }

        public required string[] Services { get; init; }
    }
}

/// <summary>All facilities at one time, by id.</summary>
/// <param name="Number">Tells one loading from another.</param>
public sealed record CoverageFacilities(
    int Number, IReadOnlyDictionary<int, CoverageFacility> ById, IReadOnlySet<string> Kinds, IReadOnlySet<string> Services);

/// <summary>A facility as coverage needs it.</summary>
public sealed record CoverageFacility
{
    public required int Id { get; init; }

    public required string Kind { get; init; }

    public required string Name { get; init; }

    public required string OpeningHours { get; init; }

    /// <summary>Neither closed nor suspended.</summary>
    public required bool IsServing { get; init; }

    public required int Capacity { get; init; }

    public required double Longitude { get; init; }

    public required double Latitude { get; init; }

    public int? RoadEdgeId { get; init; }

    public double? Fraction { get; init; }

    public double? OffRoadMeters { get; init; }

    public required string[] Services { get; init; }

    public required string[] ServiceHours { get; init; }

    public NetworkLink? Link => RoadEdgeId is { } edge ? new NetworkLink(edge, Fraction!.Value, OffRoadMeters!.Value) : null;

    /// <summary>The hours of a service, or of the facility where none is named; null where it is not offered.</summary>
    public string? HoursOf(string? service)
    {
        if (service is null)
        {
            return OpeningHours;
        }

        var at = Array.IndexOf(Services, service);
        return at >= 0 ? ServiceHours[at] : null;
    }
}
