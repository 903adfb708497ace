using GridMap.Core.Coverage;

namespace GridMap.Server.Coverage;

/// <summary>The network and everybody on it at one time; networks and demand of a measure are made when they are first asked for.</summary>
public sealed class CoverageGround
{
    private const double MetersPerSecond = 1.2;
    private const double ElderMetersPerSecond = 0.8;

    private readonly IReadOnlyList<GroundEdge> _edges;
    private readonly Lazy<CoverageField>[] _fields;
    private readonly Dictionary<int, int> _areaOfGrid;

    public CoverageGround(
        int networkVersion, int number, IReadOnlyList<GroundEdge> edges, IReadOnlyList<GroundBuilding> buildings, IReadOnlyList<GroundGrid> grids)
    {
        (NetworkVersion, Number, _edges, Buildings, Grids) = (networkVersion, number, edges, buildings, grids);
        // Area 0 is what lies in no grid.
        _areaOfGrid = grids.Index().ToDictionary(grid => grid.Item.Id, grid => grid.Index + 1);
        _fields = [.. Enumerable.Range(0, 4).Select(i => new Lazy<CoverageField>(() => Build(i >= 2, (CoveragePopulation)(i % 2))))];
    }

    public int NetworkVersion { get; }

    /// <summary>Tells one loading from another.</summary>
    public int Number { get; }

    public IReadOnlyList<GroundBuilding> Buildings { get; }

    /// <summary>The grid of area n is number n - 1; area 0 is no grid.</summary>
    public IReadOnlyList<GroundGrid> Grids { get; }

    public CoverageField Field(bool inMeters, CoveragePopulation population) => _fields[(inMeters ? 2 : 0) + (int)population].Value;

    /// <summary>The index of a grid's sums; null for a grid that is not there.</summary>
    public int? AreaOf(int gridId) => _areaOfGrid.TryGetValue(gridId, out var area) ? area : null;

    private CoverageField Build(bool inMeters, CoveragePopulation population)
    {
        var scale = !inMeters && population == CoveragePopulation.Elders ? MetersPerSecond / ElderMetersPerSecond : 1;
        var perMeter = inMeters ? 1 : 1 / MetersPerSecond;
        var network = CoverageNetwork.Build([.. _edges.Select(edge => EdgeOf(edge, inMeters))], scale);
        var demand = new CoverageDemand(network, [.. Buildings.Select(building => new DemandPoint(
            building.RoadEdgeId is { } edge ? network.FindPlace(edge, building.Fraction!.Value, (building.OffRoadMeters ?? 0) * perMeter) : null,
            building.CountOf(population),
            building.GridId is { } grid ? AreaOf(grid) ?? 0 : 0))]);
        return new CoverageField(network, demand, perMeter);
    }

    private static CoverageEdge EdgeOf(GroundEdge edge, bool inMeters) => new(
        edge.Id,
        edge.StartNode,
        edge.EndNode,
        CostOf(edge.ForwardSeconds, edge.LengthMeters, inMeters),
        CostOf(edge.BackwardSeconds, edge.LengthMeters, inMeters));

    private static double CostOf(double? seconds, double meters, bool inMeters) => seconds is null ? double.PositiveInfinity : inMeters ? meters : seconds.Value;
}

/// <summary>Network and demand in one measure: metres, or seconds at one speed.</summary>
/// <param name="PerMeter">What a metre off the road costs before the network's scale.</param>
public sealed record CoverageField(CoverageNetwork Streets, CoverageDemand Demand, double PerMeter)
{
    /// <summary>A place by its edge in the database; null if the network does not have the edge.</summary>
    public CoveragePlace? Find(NetworkLink link) => Streets.FindPlace(link.RoadEdgeId, link.Fraction, link.OffRoadMeters * PerMeter);
}

/// <summary>Where something meets the walking network.</summary>
public sealed record NetworkLink(int RoadEdgeId, double Fraction, double OffRoadMeters);
