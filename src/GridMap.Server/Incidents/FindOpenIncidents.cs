using Dapper;
using GridMap.Core.Access;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Incidents;

/// <summary>Finds the incidents that are neither closed nor voided, newest first, of the grids the caller sees incidents of.</summary>
public sealed class FindOpenIncidents(NpgsqlDataSource database, CurrentAreas areas)
{
    public async Task<OpenIncidents> RunAsync(int limit, Caller caller, CancellationToken cancellationToken)
    {
        var scope = await areas.ScopeAsync(caller, Permission.SeeIncidents, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var answers = await connection.QueryMultipleAsync(new CommandDefinition(
            Sql.Beside<FindOpenIncidents>(), new { limit, grids = scope.Grids }, cancellationToken: cancellationToken));
        var total = await answers.ReadSingleAsync<int>();
        var items = await answers.ReadAsync<IncidentSummary>();
        return new OpenIncidents(total, items.AsList());
    }
}

/// <summary>How many incidents are open, and the newest of them.</summary>
public sealed record OpenIncidents(int Total, IReadOnlyList<IncidentSummary> Items);
