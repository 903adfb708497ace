using Dapper;
using GridMap.Core.Geography;
using GridMap.Core.Replay;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Facilities;

/// <summary>Finds the facilities that were not always in a period as they are now, with how they were.</summary>
public sealed class FindReplayedFacilities(NpgsqlDataSource database)
{
    public const int Most = 20_000;

    public async Task<IReadOnlyList<ReplayedFacility>> RunAsync(ReplayPeriod period, CancellationToken cancellationToken)
    {
        var columns = new { from = period.From.UtcDateTime, until = period.Until.UtcDateTime, within = period.Within, limit = Most };
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(Sql.Beside<FindReplayedFacilities>(), columns, cancellationToken: cancellationToken));
        return [.. rows.GroupBy(row => row.Id).Select(facility => new ReplayedFacility(facility.Key, [.. facility.SelectMany(row => row.States())]))];
    }

    /// <summary>A facility with one of its states, or with none.</summary>
    private sealed record Row
    {
        public required int Id { get; init; }

        public string? KindCode { get; init; }

        public string? Name { get; init; }

        public string? NameEn { get; init; }

        public FacilityStatus? Status { get; init; }

        public Position? Position { get; init; }

        public DateTimeOffset? Since { get; init; }

        public DateTimeOffset? Until { get; init; }

        public IEnumerable<FacilityState> States()
        {
            if (KindCode is not null)
            {
                yield return new FacilityState(Since, Until, KindCode, Name!, NameEn, Status!.Value, Position!.Value);
            }
        }
    }
}
