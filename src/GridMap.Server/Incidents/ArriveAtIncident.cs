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
        if (await findTarget.RunAsync(incident, caller, cancellationToken) is not { } target)
        {
            return IncidentAnswer.Unknown;
        }

        var path = (await areas.LoadAsync(cancellationToken)).PathOf(target.GridId);
        bool Allows(Permission permission) => AccessRules.Allows(caller, permission, path);
        var refusal = Transitions.FindArrivalRefusal(target.Step, Allows)
            ?? Dispatching.FindHandlerRefusal(target.SentPatrolId, target.CallersPatrolId, Allows(Permission.Dispatch));
        if (refusal is not null)
        {
            return new IncidentAnswer(Allows(Permission.SeeIncidents) ? await load.RunAsync(target.Id, cancellationToken) : null, refusal);
        }

        var isWritten = target.HasArrived || await WriteAsync(target.Id, cancellationToken);
        var present = await load.RunAsync(target.Id, cancellationToken);
        return new IncidentAnswer(present, isWritten || present.Step == Step.Handling ? null : Transitions.ChangedMeanwhile(present.Step, null));
    }

    private async Task<bool> WriteAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<Guid?>(new CommandDefinition(
            Sql.Beside<ArriveAtIncident>(), new { id, now = clock.GetUtcNow().UtcDateTime }, cancellationToken: cancellationToken)) is not null;
    }
}
