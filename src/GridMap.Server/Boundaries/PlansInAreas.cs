using Dapper;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Boundaries;

/// <summary>Whether a caller may do something to a plan, by the area it is about.</summary>
public sealed class PlansInAreas(NpgsqlDataSource database, CurrentAreas areas)
{
    public async Task<Refusal?> FindRefusalAsync(int planId, Permission needs, Caller caller, CancellationToken cancellationToken)
    {
        var tree = await areas.LoadAsync(cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var area = await connection.ExecuteScalarAsync<int?>(new CommandDefinition(
            Sql.Beside<PlansInAreas>(), new { id = planId }, cancellationToken: cancellationToken));
        return area is null ? PlanRefusals.Unknown
            : AccessRules.Allows(caller, needs, tree.PathOf(area)) ? null
            : PlanRefusals.NotAllowed;
    }
}
