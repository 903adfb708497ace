using System.Globalization;
using GridMap.Core.Coverage;
using Npgsql;

namespace GridMap.Testing;

/// <summary>Compares walks with those of pgRouting over the same edges, in a table of its own: `pgr_dijkstraCost` between crossings, `pgr_withPointsDD` between fractions of edges.</summary>
/// <param name="database">With pgRouting installed.</param>
/// <param name="edges">Seconds; infinite where nobody may walk that way.</param>
/// <param name="most">Walks that take longer are not compared.</param>
public sealed class RoutedWalks(NpgsqlDataSource database, IReadOnlyList<CoverageEdge> edges, double most)
{
    private const double Near = 1e-6;
    private const string Edges = "'SELECT id, source, target, cost, reverse_cost FROM routed_walk'";

    private readonly CoverageNetwork _network = CoverageNetwork.Build(edges);
    private readonly Dictionary<int, (int Edge, double Fraction)> _ends = EndsOf(edges);

    public IReadOnlyCollection<int> Crossings => _ends.Keys;

    /// <summary>Writes the edges down for pgRouting.</summary>
    public async Task PrepareAsync()
    {
        await using var make = database.CreateCommand(
            """
            CREATE EXTENSION IF NOT EXISTS pgrouting CASCADE;
            DROP TABLE IF EXISTS routed_walk;
            CREATE TABLE routed_walk (id integer PRIMARY KEY, source integer, target integer, cost double precision, reverse_cost double precision);
            """);
        await make.ExecuteNonQueryAsync();
        await using var insert = database.CreateCommand("INSERT INTO routed_walk SELECT * FROM unnest(@ids, @sources, @targets, @costs, @backs)");
        insert.Parameters.AddWithValue("ids", edges.Select(edge => edge.Id).ToArray());
        insert.Parameters.AddWithValue("sources", edges.Select(edge => edge.StartNode).ToArray());
        insert.Parameters.AddWithValue("targets", edges.Select(edge => edge.EndNode).ToArray());
        insert.Parameters.AddWithValue("costs", edges.Select(edge => double.IsFinite(edge.Forward) ? edge.Forward : -1).ToArray());
        insert.Parameters.AddWithValue("backs", edges.Select(edge => double.IsFinite(edge.Backward) ? edge.Backward : -1).ToArray());
        await insert.ExecuteNonQueryAsync();
    }

    /// <summary>Compares the walks from some crossings to one.</summary>
    /// <returns>Where they differ; empty where they are the same.</returns>
    public async Task<IReadOnlyList<string>> CompareCrossingsAsync(int to, IReadOnlyList<int> from)
    {
        var map = MapOf(_ends[to], [.. from.Select(node => _ends[node])]);
        var truth = await ReadAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT start_vid::integer, agg_cost FROM pgr_dijkstraCost({Edges}, ARRAY[{string.Join(',', from)}]::bigint[], {to}::bigint)"));
        return Differences(map, from, truth);
    }

    /// <summary>Compares the walks from some places to one, all by edge and fraction of its length.</summary>
    /// <returns>Where they differ; empty where they are the same.</returns>
    public async Task<IReadOnlyList<string>> ComparePlacesAsync((int Edge, double Fraction) to, IReadOnlyList<(int Edge, double Fraction)> from)
    {
        var points = string.Join(" UNION ALL ", from.Prepend(to).Index().Select(place => string.Create(
            CultureInfo.InvariantCulture, $"SELECT {place.Index + 1} AS pid, {place.Item.Edge} AS edge_id, {place.Item.Fraction:R}::float8 AS fraction")));
        // It walks from the facility, GridMap to it: the network is turned round.
        var truth = await ReadAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            SELECT (-node)::integer, min(agg_cost)
            FROM pgr_withPointsDD('SELECT id, source, target, reverse_cost AS cost, cost AS reverse_cost FROM routed_walk', '{points}', -1, {most}, details := true, directed := true)
            WHERE node < -1
            GROUP BY node
            """));
        return Differences(MapOf(to, from), [.. Enumerable.Range(2, from.Count)], truth);
    }

    private static Dictionary<int, (int Edge, double Fraction)> EndsOf(IReadOnlyList<CoverageEdge> edges)
    {
        var ends = new Dictionary<int, (int, double)>();
        foreach (var edge in edges)
        {
            ends.TryAdd(edge.StartNode, (edge.Id, 0));
            ends.TryAdd(edge.EndNode, (edge.Id, 1));
        }

        return ends;
    }

    private CoverageMap MapOf((int Edge, double Fraction) facility, IReadOnlyList<(int Edge, double Fraction)> buildings)
    {
        var demand = new CoverageDemand(_network, [.. buildings.Select(place => new DemandPoint(_network.FindPlace(place.Edge, place.Fraction, 0), 1, 0))]);
        var map = new CoverageMap(_network, demand, WalkCost.From(most), WalkCost.From(most));
        map.Add(0, _network.FindPlace(facility.Edge, facility.Fraction, 0)!.Value);
        return map;
    }

    private List<string> Differences(CoverageMap map, IReadOnlyList<int> names, Dictionary<int, double> truth)
    {
        var differences = new List<string>();
        for (var building = 0; building < names.Count; building++)
        {
            var expected = truth.TryGetValue(names[building], out var cost) && cost <= most - Near ? cost : double.PositiveInfinity;
            var found = map.Find(building) is { } walk && WalkCost.Amount(walk.Cost) <= most - Near ? WalkCost.Amount(walk.Cost) : double.PositiveInfinity;
            if (!expected.Equals(found) && !(Math.Abs(expected - found) <= Near))
            {
                differences.Add(string.Create(CultureInfo.InvariantCulture, $"{names[building]}: {expected} s by pgRouting, {found} s here"));
            }
        }

        return differences;
    }

    private async Task<Dictionary<int, double>> ReadAsync(string sql)
    {
        var found = new Dictionary<int, double>();
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 600;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            found[reader.GetInt32(0)] = reader.GetDouble(1);
        }

        return found;
    }
}
