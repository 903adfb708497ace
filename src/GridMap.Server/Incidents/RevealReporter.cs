using Dapper;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Incidents;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Incidents;

/// <summary>Tells how to reach who reported one incident, in full and on purpose: it goes into the audit trail in the same statement.</summary>
public sealed class RevealReporter(NpgsqlDataSource database, CurrentAreas areas, TimeProvider clock)
{
    private static readonly Refusal NotAllowed = new(
        "NOT_ALLOWED", "Your roles do not allow this here; ask who is responsible for the area.", "您的角色无权查看此处的上报人；请联系该区域负责人。");

    /// <summary>No value where nobody was named.</summary>
    public async Task<Result<Reporter?>> RunAsync(Incident incident, Caller caller, CancellationToken cancellationToken)
    {
        if (!await areas.AllowsAsync(caller, Permission.SeeReporters, incident.GridId, cancellationToken))
        {
            return NotAllowed;
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var columns = new { id = incident.Id, now = clock.GetUtcNow().UtcDateTime, actor = caller.Name };
        return await connection.QuerySingleOrDefaultAsync<Reporter>(new CommandDefinition(
            Sql.Beside<RevealReporter>(), columns, cancellationToken: cancellationToken));
    }
}
