using GridMap.Core.Coverage;

namespace GridMap.Benchmarks.Items;

/// <summary>Streets at random on a lattice, an eighth of them one-way, and facilities at crossings; the same for every run.</summary>
public sealed class CoverageCity
{
    private readonly Random _chance = new(20_261_121);
    private readonly (int Edge, double Fraction)[] _endAt;

    /// <param name="side">Crossings along each side of the lattice.</param>
    /// <param name="facilities">At as many different crossings.</param>
    public CoverageCity(int side, int facilities)
    {
        Edges = DrawEdges(side);
        Network = CoverageNetwork.Build(Edges);
        _endAt = new (int, double)[side * side];
        foreach (var edge in Edges)
        {
            (_endAt[edge.StartNode], _endAt[edge.EndNode]) = ((edge.Id, 0), (edge.Id, 1));
        }

        Crossings = [.. Enumerable.Range(0, side * side).Where(node => _endAt[node].Edge > 0)];
        Facilities = Crossings.OrderBy(_ => _chance.Next()).Take(facilities).ToArray();
    }

    /// <summary>The crossings have numbers from 0.</summary>
    public CoverageEdge[] Edges { get; }

    public CoverageNetwork Network { get; }

    /// <summary>Those that a street leads to.</summary>
    public int[] Crossings { get; }

    /// <summary>The crossings where they stand.</summary>
    public int[] Facilities { get; }

    public CoveragePlace At(int crossing) => Network.FindPlace(_endAt[crossing].Edge, _endAt[crossing].Fraction, 0)!.Value;

    public CoveragePlace AnyCrossing() => At(Crossings[_chance.Next(Crossings.Length)]);

    public CoveragePlace Anywhere() => Network.FindPlace(Edges[_chance.Next(Edges.Length)].Id, _chance.NextDouble(), 10 * _chance.NextDouble())!.Value;

    /// <summary>A house at every crossing, in their order.</summary>
    public CoverageDemand HouseAtEveryCrossing() => new(Network, [.. Crossings.Select(crossing => new DemandPoint(At(crossing), 1 + _chance.Next(40), crossing % 500))]);

    public CoverageDemand Houses(int count) => new(Network, [.. Enumerable.Range(0, count).Select(house => new DemandPoint(Anywhere(), 1 + _chance.Next(40), house % 500))]);

    /// <summary>A map with all facilities, made anew.</summary>
    public CoverageMap Cover(CoverageDemand demand, long limit)
    {
        var map = new CoverageMap(Network, demand, limit, limit);
        map.Add(Facilities.Index().Select(facility => KeyValuePair.Create(facility.Index, At(facility.Item))));
        return map;
    }

    private CoverageEdge[] DrawEdges(int side)
    {
        var edges = new List<CoverageEdge>();
        foreach (var node in Enumerable.Range(0, side * side))
        {
            foreach (var next in new[] { node % side < side - 1 ? node + 1 : -1, node + side < side * side ? node + side : -1 })
            {
                if (next >= 0 && _chance.Next(10) > 0)
                {
                    edges.Add(new CoverageEdge(edges.Count + 1, node, next, Walk(), _chance.Next(8) == 0 ? double.PositiveInfinity : Walk()));
                }
            }
        }

        return [.. edges];
    }

    private double Walk() => 20 + _chance.NextDouble() * 100;
}
