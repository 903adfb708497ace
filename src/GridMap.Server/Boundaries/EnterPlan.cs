using Dapper;
using GridMap.Core.Access;
using GridMap.Core.Geography;
using GridMap.Platform.Access;
using GridMap.Platform.Api;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Boundaries;

/// <summary>Says that the caller is in a plan, and where.</summary>
public sealed class EnterPlan(NpgsqlDataSource database, CurrentAreas areas, TimeProvider clock)
{
    public async Task<PlanAnswer> RunAsync(string plan, Position? position, Caller caller, CancellationToken cancellationToken)
    {
        var id = RequestValue.Id(plan);
        if (id.Refusal is { } malformed)
        {
            return PlanAnswer.Refuse(malformed);
        }

        if (!(await areas.ScopeAsync(caller, Permission.SeePlans, cancellationToken)).IsEverywhere)
        {
            return PlanAnswer.Refuse(PlanRefusals.NotAllowed);
        }

        var now = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var entered = await connection.ExecuteScalarAsync<int?>(new CommandDefinition(
            Sql.Beside<EnterPlan>(),
            new
            {
                id = id.Value,
                key = Plan.KeyOf(caller),
                name = caller.Name,
                longitude = position?.Longitude,
                latitude = position?.Latitude,
                now = now.UtcDateTime,
                since = (now - EditorsOfPlans.StaysFor).UtcDateTime,
            },
            cancellationToken: cancellationToken));
        return entered is null ? PlanAnswer.Refuse(PlanRefusals.Unknown) : new PlanAnswer(entered, null);
    }
}
