using Dapper;
using GridMap.Core.Access;
using GridMap.Core.Incidents;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Incidents;

/// <summary>Notes that the patrol that was sent is on scene; saying so again changes nothing.</summary>
public sealed class ArriveAtIncident(NpgsqlDataSource database, FindMoveTarget findTarget, CurrentAreas areas, LoadIncident load, TimeProvider clock)
{
    public async Task<IncidentAnswer> RunAsync(IncidentKey incident, Caller caller, CancellationToken cancellationToken)
    {
        if (await findTarget.RunAsync(incident, null, null, cancellationToken) is not { } target)
        {
            return IncidentAnswer.Unknown;
        }

        var path = (await areas.LoadAsync(cancellationToken)).PathOf(target.GridId);
        if (Transitions.FindArrivalRefusal(target.Step, permission => AccessRules.Allows(caller, permission, path)) is { } refusal)
        {
            var isSeen = AccessRules.Allows(caller, Permission.SeeIncidents, path);
            return new IncidentAnswer(isSeen ? await load.RunAsync(target.Id, cancellationToken) : null, refusal);
        }

        var isWritten = target.HasArrived || await WriteAsync(target.Id, cancellationToken);
        var present = await load.RunAsync(target.Id, cancellationToken);
        return new IncidentAnswer(present, isWritten || present.Step == Step.Handling ? null : Transitions.ChangedMeanwhile(present.Step));
    }

    private async Task<bool> WriteAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<Guid?>(new CommandDefinition(
            Sql.Beside<ArriveAtIncident>(), new { id, now = clock.GetUtcNow().UtcDateTime }, cancellationToken: cancellationToken)) is not null;
    }
}
