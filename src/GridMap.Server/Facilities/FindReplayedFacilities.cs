using Dapper;
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
        var rows = await connection.QueryAsync<int, FacilityState?, (int Id, FacilityState? State)>(
            new CommandDefinition(Sql.Beside<FindReplayedFacilities>(), columns, cancellationToken: cancellationToken),
            (id, state) => (id, state),
            splitOn: "kind_code");
        return [.. rows.GroupBy(row => row.Id, row => row.State).Select(facility => new ReplayedFacility(facility.Key, [.. facility.OfType<FacilityState>()]))];
    }
}
