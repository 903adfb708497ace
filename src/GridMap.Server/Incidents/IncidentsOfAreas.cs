using Dapper;
using GridMap.Core.Access;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using GridMap.Platform.Schema;
using Npgsql;

namespace GridMap.Server.Incidents;

/// <summary>How many of which incidents of an area are asked for.</summary>
public sealed record FirstIncidents(IncidentFilter Filter, int First);

/// <summary>Loads the newest incidents of areas, at any depth, so many of each; as far as the caller may see them.</summary>
public sealed class IncidentsOfAreas(NpgsqlDataSource database, IncidentReach reach, Caller caller, TimeProvider clock)
    : DataLoader<int, FirstIncidents, IncidentPage>
{
    protected override async Task<IReadOnlyDictionary<int, IncidentPage>> LoadBatchAsync(
        IReadOnlyList<int> keys, FirstIncidents arguments, CancellationToken cancellationToken)
    {
        var grids = await reach.GridsAsync(caller, Permission.SeeIncidents, arguments.Filter.AreaId, keys, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<int, Incident, (int AreaId, Incident Incident)>(
            new CommandDefinition(Sql.Beside<IncidentsOfAreas>(), Columns(keys, grids, arguments), cancellationToken: cancellationToken),
            (areaId, incident) => (areaId, incident));
        var byArea = found.ToLookup(row => row.AreaId, row => row.Incident);
        var request = new PageRequest(arguments.First, Backward: false, null);
        return keys.ToDictionary(
            areaId => areaId,
            areaId => new IncidentPage(arguments.Filter, areaId, Page.From([.. byArea[areaId]], request, CursorOf)));
    }

    /// <summary>All grids in one list, and for each area where its own begin and end in it, counted from 1.</summary>
    private Dictionary<string, object?> Columns(IReadOnlyList<int> areaIds, IReadOnlyDictionary<int, int[]> grids, FirstIncidents arguments)
    {
        var ends = new int[areaIds.Count];
        for (var i = 0; i < ends.Length; i++)
        {
            ends[i] = grids[areaIds[i]].Length + (i == 0 ? 0 : ends[i - 1]);
        }

        var columns = arguments.Filter.Columns(areaIds.SelectMany(areaId => grids[areaId]).ToArray(), clock.GetUtcNow());
        columns["areas"] = areaIds.ToArray();
        columns["starts"] = ends.Select((_, i) => i == 0 ? 1 : ends[i - 1] + 1).ToArray();
        columns["ends"] = ends;
        columns["limit"] = arguments.First + 1;
        return columns;
    }

    private static PageCursor CursorOf(Incident incident) => FindIncidents.CursorOf(incident, IncidentSort.NewestFirst);
}
