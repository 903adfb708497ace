using Dapper;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Boundaries;

/// <summary>Loads what was said and decided about plans.</summary>
public sealed class ReviewsOfPlans(NpgsqlDataSource database) : DataLoader<int, IReadOnlyList<PlanReview>>
{
    protected override async Task<IReadOnlyDictionary<int, IReadOnlyList<PlanReview>>> LoadBatchAsync(
        IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var reviews = await connection.QueryAsync<PlanReview>(new CommandDefinition(
            Sql.Beside<ReviewsOfPlans>(), new { ids = keys.ToArray() }, cancellationToken: cancellationToken));
        return reviews.GroupBy(review => review.PlanId).ToDictionary(plan => plan.Key, IReadOnlyList<PlanReview> (plan) => [.. plan]);
    }
}
