using System.Globalization;
using Dapper;
using GridMap.Core.Access;
using GridMap.Core.Incidents;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Incidents;

/// <summary>What incidents are counted by.</summary>
public enum IncidentGrouping
{
    Step,
    Class,
    Urgency,
    Area,
}

/// <summary>The levels of areas, from the top of the tree down.</summary>
public enum CountedLevel
{
    District,
    Subdistrict,
    Community,
    Grid,
}

/// <summary>How many incidents there are of one kind; of what it is counted by, one is set.</summary>
/// <param name="AreaId">Null outside every grid, or in one that is no more.</param>
public sealed record IncidentCount(string Key, int Count, Step? Step = null, (string Version, string Code)? Class = null, Urgency? Urgency = null, int? AreaId = null);

/// <summary>Counts the incidents that a filter keeps and a caller may see, by one of their sides, the most first.</summary>
public sealed class CountIncidentsBy(NpgsqlDataSource database, IncidentReach reach, CurrentAreas areas, TimeProvider clock)
{
    public async Task<IReadOnlyList<IncidentCount>> RunAsync(
        IncidentGrouping by, CountedLevel level, IncidentFilter filter, Caller caller, CancellationToken cancellationToken)
    {
        var grids = await reach.GridsAsync(caller, Permission.SeeIncidents, filter.AreaId, cancellationToken);
        var columns = filter.Columns(grids, clock.GetUtcNow());
        var tree = await areas.LoadAsync(cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = (await connection.QueryAsync<Row>(new CommandDefinition(SqlFor(by), columns, cancellationToken: cancellationToken))).AsList();
        var counts = by == IncidentGrouping.Area
            ? ByArea(rows, level, tree)
            : rows.Select(row => Describe(by, row));
        return [.. counts.OrderByDescending(count => count.Count).ThenBy(count => count.Key, StringComparer.Ordinal)];
    }

    private static string SqlFor(IncidentGrouping by) => by switch
    {
        IncidentGrouping.Step => Sql.Beside<CountIncidentsBy>("step"),
        IncidentGrouping.Class => Sql.Beside<CountIncidentsBy>("class"),
        IncidentGrouping.Urgency => Sql.Beside<CountIncidentsBy>("urgency"),
        IncidentGrouping.Area => Sql.Beside<CountIncidentsBy>("grid"),
        _ => throw new ArgumentOutOfRangeException(nameof(by), by, null),
    };

    private static IncidentCount Describe(IncidentGrouping by, Row row) => by switch
    {
        IncidentGrouping.Step => new IncidentCount(row.Key!, row.Count, Step: Enum.Parse<Step>(row.Key!, ignoreCase: true)),
        IncidentGrouping.Class => new IncidentCount(row.Key!, row.Count, Class: (row.Version!, row.Key!)),
        IncidentGrouping.Urgency => new IncidentCount(row.Key!, row.Count, Urgency: Enum.Parse<Urgency>(row.Key!, ignoreCase: true)),
        IncidentGrouping.Area => throw new ArgumentException("Areas are counted from their grids.", nameof(by)),
        _ => throw new ArgumentOutOfRangeException(nameof(by), by, null),
    };

    private static IEnumerable<IncidentCount> ByArea(List<Row> rows, CountedLevel level, AreaTree tree) => rows
        .GroupBy(row => AncestorOf(row.GridId, level, tree))
        .Select(group => new IncidentCount(group.Key?.ToString(CultureInfo.InvariantCulture) ?? "", group.Sum(row => row.Count), AreaId: group.Key));

    private static int? AncestorOf(int? gridId, CountedLevel level, AreaTree tree)
    {
        var path = tree.PathOf(gridId);
        return path.Count > (int)level ? path[path.Count - 1 - (int)level] : null;
    }

    private sealed record Row
    {
        public string? Key { get; init; }

        public string? Version { get; init; }

        public int? GridId { get; init; }

        public required int Count { get; init; }
    }
}
