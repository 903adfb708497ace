using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Incidents;

/// <summary>Finds the classes of the dictionary in force, in the order of their codes.</summary>
public sealed class FindIncidentClasses(NpgsqlDataSource database, TimeProvider clock)
{
    public async Task<IncidentClasses> RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var version = await connection.QuerySingleOrDefaultAsync<string>(new CommandDefinition(
            Sql.Beside<FindIncidentClasses>("version"), new { now }, cancellationToken: cancellationToken));
        var items = await connection.QueryAsync<IncidentClass>(new CommandDefinition(
            Sql.Beside<FindIncidentClasses>(), new { version }, cancellationToken: cancellationToken));
        return new IncidentClasses(version, items.AsList());
    }
}

/// <summary>A version of the dictionary; none before a district exists.</summary>
public sealed record IncidentClasses(string? Version, IReadOnlyList<IncidentClass> Items);

/// <summary>What an incident can be: a component that is broken or missing, or an event.</summary>
public sealed record IncidentClass
{
    public required string Code { get; init; }

    public required string Kind { get; init; }

    public required string Group { get; init; }

    public required string GroupEn { get; init; }

    public required string Name { get; init; }

    public required string NameEn { get; init; }

    public required string Urgency { get; init; }
}
