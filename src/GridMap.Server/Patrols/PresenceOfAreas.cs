using Dapper;
using GridMap.Core.Access;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>Loads the minutes on watch and the ones with a patrol of areas, at any depth, in the hours that begin in a period.</summary>
public sealed class PresenceOfAreas(NpgsqlDataSource database, CurrentAreas areas, Caller caller) : DataLoader<int, CheckInPeriod, Presence>
{
    protected override async Task<IReadOnlyDictionary<int, Presence>> LoadBatchAsync(
        IReadOnlyList<int> keys, CheckInPeriod arguments, CancellationToken cancellationToken)
    {
        var scope = await areas.ScopeAsync(caller, Permission.SeePatrols, cancellationToken);
        var columns = new { areas = keys.ToArray(), grids = scope.Grids, from = arguments.From?.UtcDateTime, until = arguments.Until?.UtcDateTime };
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<(int AreaId, int Present, int Watched)>(new CommandDefinition(
            Sql.Beside<PresenceOfAreas>(), columns, cancellationToken: cancellationToken));
        return found.ToDictionary(row => row.AreaId, row => new Presence(row.Present, row.Watched));
    }
}
