using Dapper;
using GridMap.Core.Geography;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Coverage;

/// <summary>Loads the facilities as they were at a time: those of now, with what has changed since put back. Where they stood then is linked to the roads of now.</summary>
public sealed class LoadPastFacilities(NpgsqlDataSource database, LinkPlaces link)
{
    private volatile Remembered? _last;

    /// <summary>The same again for the same time, as long as neither facilities nor roads have changed: who drags a pin asks many times.</summary>
    public async Task<CoverageFacilities> RunAsync(DateTimeOffset at, CoverageFacilities present, int networkVersion, CancellationToken cancellationToken)
    {
        var asked = (at, present.Number, networkVersion);
        if (_last is { } last && last.Asked == asked)
        {
            return last.Facilities;
        }

        var past = await LoadAsync(at, present, networkVersion, cancellationToken);
        _last = new Remembered(asked, past);
        return past;
    }

    private async Task<CoverageFacilities> LoadAsync(DateTimeOffset at, CoverageFacilities present, int networkVersion, CancellationToken cancellationToken)
    {
        var changed = await ReadAsync(at, cancellationToken);
        if (changed.Count == 0)
        {
            return present;
        }

        var byId = present.ById.ToDictionary();
        foreach (var row in changed)
        {
            byId.Remove(row.Id);
        }

        var there = changed.Where(row => row.Kind is not null).ToList();
        var links = await link.RunAsync([.. there.Select(row => new Position(row.Longitude!.Value, row.Latitude!.Value))], networkVersion, cancellationToken);
        foreach (var (row, found) in there.Zip(links))
        {
            byId[row.Id] = Facility(row, found.Link);
        }

        return present with { Number = LoadCoverageFacilities.NextNumber(), ById = byId };
    }

    private static CoverageFacility Facility(Row row, NetworkLink? link) => new()
    {
        Id = row.Id,
        Kind = row.Kind!,
        Name = row.Name!,
        OpeningHours = row.OpeningHours!,
        IsServing = row.IsServing!.Value,
        Capacity = row.Capacity!.Value,
        Longitude = row.Longitude!.Value,
        Latitude = row.Latitude!.Value,
        RoadEdgeId = link?.RoadEdgeId,
        Fraction = link?.Fraction,
        OffRoadMeters = link?.OffRoadMeters,
        Services = row.Services ?? [],
        ServiceHours = row.ServiceHours ?? [],
    };

    private async Task<IReadOnlyList<Row>> ReadAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<Row>(new CommandDefinition(
            Sql.Beside<LoadPastFacilities>(), new { at = at.UtcDateTime }, cancellationToken: cancellationToken))).AsList();
    }

    private sealed record Remembered((DateTimeOffset At, int Present, int Network) Asked, CoverageFacilities Facilities);

    /// <summary>A facility that was not there has no kind; of one from before services were kept they are not known.</summary>
    private sealed record Row
    {
        public required int Id { get; init; }

        public string? Kind { get; init; }

        public string? Name { get; init; }

        public string? OpeningHours { get; init; }

        public bool? IsServing { get; init; }

        public int? Capacity { get; init; }

        public double? Longitude { get; init; }

        public double? Latitude { get; init; }

        public string[]? Services { get; init; }

        public string[]? ServiceHours { get; init; }
    }
}
