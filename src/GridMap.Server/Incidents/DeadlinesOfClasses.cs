using Dapper;
using GridMap.Core.Incidents;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Incidents;

/// <summary>How soon a class must reach a step.</summary>
internal sealed record DeadlineRow
{
    public string? Version { get; init; }

    public string? ClassCode { get; init; }

    public required string Step { get; init; }

    public required int Amount { get; init; }

    public required DeadlineUnit Unit { get; init; }

    public DeadlineRule Rule => new(Step, Amount, Unit);
}

/// <summary>Loads how soon classes must reach their steps, by the version of the dictionary and the code.</summary>
public sealed class DeadlinesOfClasses(NpgsqlDataSource database) : DataLoader<(string Version, string Code), IReadOnlyList<DeadlineRule>>
{
    protected override async Task<IReadOnlyDictionary<(string Version, string Code), IReadOnlyList<DeadlineRule>>> LoadBatchAsync(
        IReadOnlyList<(string Version, string Code)> keys, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var columns = new { versions = keys.Select(key => key.Version).ToArray(), codes = keys.Select(key => key.Code).ToArray() };
        var rows = await connection.QueryAsync<DeadlineRow>(new CommandDefinition(
            Sql.Beside<DeadlinesOfClasses>(), columns, cancellationToken: cancellationToken));
        return rows
            .GroupBy(row => (row.Version!, row.ClassCode!), row => row.Rule)
            .ToDictionary(group => group.Key, IReadOnlyList<DeadlineRule> (group) => [.. group]);
    }
}
