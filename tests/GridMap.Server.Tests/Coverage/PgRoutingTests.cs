using System.Globalization;
using GridMap.Core.Coverage;
using GridMap.Testing;

namespace GridMap.Server.Tests.Coverage;

/// <summary>Walks equal those of pgRouting on the same network: it is installed for tests only.</summary>
public sealed class PgRoutingTests : IClassFixture<TestDatabase>
{
    private const int Side = 30;
    private const double Most = 1800;
    private const double Near = 1e-6;

    private const string Edges =
        "'SELECT id, source, target, cost, reverse_cost FROM oracle_edge'";

    private readonly TestDatabase _database;
    private readonly Random _chance = new(7);

    public PgRoutingTests(TestDatabase database) => _database = database;

    [Fact]
    public async Task A_thousand_walks_between_crossings_cost_what_pgrouting_says()
    {
        var edges = await DrawAsync();
        var network = CoverageNetwork.Build(edges);
        var (compared, ends) = (0, EndsOf(edges));
        while (compared < 1000)
        {
            var to = ends.Keys.ElementAt(_chance.Next(ends.Count));
            var from = ends.Keys.Where(node => node != to).OrderBy(_ => _chance.Next()).Take(100).ToArray();
            var map = MapOf(network, ends[to], [.. from.Select(node => ends[node])]);
            var truth = await ReadAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"SELECT start_vid::integer, agg_cost FROM pgr_dijkstraCost({Edges}, ARRAY[{string.Join(',', from)}]::bigint[], {to}::bigint)"));
            compared += Compare(map, from, truth);
        }
    }

    [Fact]
    public async Task Walks_between_fractions_of_edges_cost_what_pgrouting_says()
    {
        var edges = await DrawAsync();
        var network = CoverageNetwork.Build(edges);
        for (var facility = 0; facility < 10; facility++)
        {
            (int Edge, double Fraction)[] places = [.. Enumerable.Range(0, 101).Select(_ => (edges[_chance.Next(edges.Length)].Id, 0.01 + 0.98 * _chance.NextDouble()))];
            var map = MapOf(network, places[0], places[1..]);
            var points = string.Join(" UNION ALL ", places.Index().Select(place => string.Create(
                CultureInfo.InvariantCulture, $"SELECT {place.Index + 1} AS pid, {place.Item.Edge} AS edge_id, {place.Item.Fraction:R}::float8 AS fraction")));
            // It walks from the facility, GridMap to it: the network is turned round.
            var truth = await ReadAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"""
                SELECT (-node)::integer, min(agg_cost)
                FROM pgr_withPointsDD('SELECT id, source, target, reverse_cost AS cost, cost AS reverse_cost FROM oracle_edge', '{points}', -1, {Most}, details := true, directed := true)
                WHERE node < -1
                GROUP BY node
                """));
            Compare(map, [.. Enumerable.Range(2, 100)], truth);
        }
    }

    private static CoverageMap MapOf(CoverageNetwork network, (int Edge, double Fraction) facility, (int Edge, double Fraction)[] buildings)
    {
        var demand = new CoverageDemand(network, [.. buildings.Select(place => new DemandPoint(network.FindPlace(place.Edge, place.Fraction, 0), 1, 0))]);
        var map = new CoverageMap(network, demand, WalkCost.From(Most), WalkCost.From(Most));
        map.Add(0, network.FindPlace(facility.Edge, facility.Fraction, 0)!.Value);
        return map;
    }

    private static int Compare(CoverageMap map, int[] names, Dictionary<int, double> truth)
    {
        for (var building = 0; building < names.Length; building++)
        {
            var expected = truth.TryGetValue(names[building], out var cost) && cost <= Most - Near ? cost : double.PositiveInfinity;
            var found = map.Find(building) is { } walk && WalkCost.Amount(walk.Cost) <= Most - Near ? WalkCost.Amount(walk.Cost) : double.PositiveInfinity;
            Assert.True(expected.Equals(found) || Math.Abs(expected - found) <= Near, $"{names[building]}: {expected} and {found}");
        }

        return names.Length;
    }

    private static Dictionary<int, (int Edge, double Fraction)> EndsOf(CoverageEdge[] edges)
    {
        var ends = new Dictionary<int, (int, double)>();
        foreach (var edge in edges)
        {
            ends.TryAdd(edge.StartNode, (edge.Id, 0));
            ends.TryAdd(edge.EndNode, (edge.Id, 1));
        }

        return ends;
    }

    /// <summary>Streets at random on a lattice, some of them one-way; in the database too.</summary>
    private async Task<CoverageEdge[]> DrawAsync()
    {
        var edges = new List<CoverageEdge>();
        foreach (var node in Enumerable.Range(0, Side * Side))
        {
            foreach (var next in new[] { node % Side < Side - 1 ? node + 1 : -1, node + Side < Side * Side ? node + Side : -1 })
            {
                if (next >= 0 && _chance.Next(10) > 0)
                {
                    edges.Add(new CoverageEdge(edges.Count + 1, node + 1, next + 1, 20 + _chance.NextDouble() * 100, _chance.Next(8) == 0 ? double.PositiveInfinity : 20 + _chance.NextDouble() * 100));
                }
            }
        }

        await using var command = _database.DataSource.CreateCommand(
            """
            CREATE EXTENSION IF NOT EXISTS pgrouting CASCADE;
            DROP TABLE IF EXISTS oracle_edge;
            CREATE TABLE oracle_edge (id integer, source integer, target integer, cost double precision, reverse_cost double precision);
            """);
        await command.ExecuteNonQueryAsync();
        await using var insert = _database.DataSource.CreateCommand("INSERT INTO oracle_edge SELECT * FROM unnest(@ids, @sources, @targets, @costs, @backs)");
        insert.Parameters.AddWithValue("ids", edges.Select(edge => edge.Id).ToArray());
        insert.Parameters.AddWithValue("sources", edges.Select(edge => edge.StartNode).ToArray());
        insert.Parameters.AddWithValue("targets", edges.Select(edge => edge.EndNode).ToArray());
        insert.Parameters.AddWithValue("costs", edges.Select(edge => edge.Forward).ToArray());
        insert.Parameters.AddWithValue("backs", edges.Select(edge => double.IsFinite(edge.Backward) ? edge.Backward : -1).ToArray());
        await insert.ExecuteNonQueryAsync();
        return [.. edges];
    }

    private async Task<Dictionary<int, double>> ReadAsync(string sql)
    {
        var found = new Dictionary<int, double>();
        await using var command = _database.DataSource.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            found[reader.GetInt32(0)] = reader.GetDouble(1);
        }

        return found;
    }
}
