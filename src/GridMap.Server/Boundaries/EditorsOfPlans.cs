using Dapper;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Boundaries;

/// <summary>Loads who is in plans now: whoever has said so within half a minute.</summary>
public sealed class EditorsOfPlans(NpgsqlDataSource database, TimeProvider clock) : DataLoader<int, IReadOnlyList<PlanEditor>>
{
    internal static readonly TimeSpan StaysFor = TimeSpan.FromSeconds(30);

    protected override async Task<IReadOnlyDictionary<int, IReadOnlyList<PlanEditor>>> LoadBatchAsync(
        IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var editors = await connection.QueryAsync<PlanEditor>(new CommandDefinition(
            Sql.Beside<EditorsOfPlans>(),
            new { ids = keys.ToArray(), since = (clock.GetUtcNow() - StaysFor).UtcDateTime },
            cancellationToken: cancellationToken));
        return editors.GroupBy(editor => editor.PlanId).ToDictionary(plan => plan.Key, IReadOnlyList<PlanEditor> (plan) => [.. plan]);
    }
}
