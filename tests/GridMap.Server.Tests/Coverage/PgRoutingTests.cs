using GridMap.Core.Coverage;
using GridMap.Testing;

namespace GridMap.Server.Tests.Coverage;

/// <summary>Walks equal those of pgRouting on the same network: it is installed for tests only. Of real places `scripts/check-walks` says the same.</summary>
public sealed class PgRoutingTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const int Side = 30;

    private readonly Random _chance = new(7);

    [Fact]
    public async Task A_thousand_walks_between_crossings_cost_what_pgrouting_says()
    {
        var (walks, _) = await DrawAsync();
        for (var pair = 0; pair < 1000; pair += 100)
        {
            var crossings = walks.Crossings.OrderBy(_ => _chance.Next()).Take(101).ToArray();
            Assert.Empty(await walks.CompareCrossingsAsync(crossings[0], crossings[1..]));
        }
    }

    [Fact]
    public async Task Walks_between_fractions_of_edges_cost_what_pgrouting_says()
    {
        var (walks, edges) = await DrawAsync();
        for (var facility = 0; facility < 10; facility++)
        {
            (int Edge, double Fraction)[] places = [.. Enumerable.Range(0, 101).Select(_ => (edges[_chance.Next(edges.Length)].Id, 0.01 + 0.98 * _chance.NextDouble()))];
            Assert.Empty(await walks.ComparePlacesAsync(places[0], places[1..]));
        }
    }

    [Fact]
    public async Task Two_places_on_one_edge_and_places_at_its_ends_cost_what_pgrouting_says()
    {
        var (walks, edges) = await DrawAsync();
        foreach (var edge in edges.Where(edge => !double.IsFinite(edge.Backward)).Take(5).Concat(edges.Take(5)))
        {
            Assert.Empty(await walks.ComparePlacesAsync((edge.Id, 0.5), [(edge.Id, 0.25), (edge.Id, 0.75), (edge.Id, 0.000001), (edge.Id, 0.999999)]));
        }
    }

    /// <summary>Streets at random on a lattice, some of them one-way; in the database too.</summary>
    private async Task<(RoutedWalks Walks, CoverageEdge[] Edges)> DrawAsync()
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

        var walks = new RoutedWalks(database.DataSource, edges, most: 1800);
        await walks.PrepareAsync();
        return (walks, [.. edges]);
    }
}
