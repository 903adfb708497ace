using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Facilities;

/// <summary>Turns "open at" into a list of facilities: opening hours are read by a rule, not by SQL.</summary>
public sealed class FindOpenFacilities(NpgsqlDataSource database, LoadLocalClock localClock)
{
    /// <summary>The same filter with the ids of those that are open then; unchanged where it does not ask.</summary>
    public async Task<FacilityFilter> RunAsync(FacilityFilter filter, CancellationToken cancellationToken)
    {
        if (filter.OpenAt is not { } at)
        {
            return filter;
        }

        var clock = await localClock.RunAsync(at, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var kept = await connection.QueryAsync<(int Id, FacilityStatus Status, string Hours)>(new CommandDefinition(
            Sql.Beside<FindOpenFacilities>(), filter.Columns(), cancellationToken: cancellationToken));
        return filter with { Ids = [.. kept.Where(facility => clock.IsOpen(facility.Status, facility.Hours) == true).Select(facility => facility.Id)] };
    }
}
