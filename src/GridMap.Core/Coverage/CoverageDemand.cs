namespace GridMap.Core.Coverage;

/// <summary>A building with people in it.</summary>
/// <param name="Place">Where it meets the network; null where it cannot.</param>
/// <param name="Weight">How many households, or elders, are counted in it.</param>
/// <param name="Area">The index of the area it is summed in, from 0.</param>
public readonly record struct DemandPoint(CoveragePlace? Place, int Weight, int Area);

/// <summary>All that is to be covered: buildings by their index, grouped by the edge they stand on. Does not change.</summary>
public sealed class CoverageDemand
{
    internal const int NoSeat = -1;

    private readonly DemandPoint[] _points;

    /// <exception cref="ArgumentException">A weight or an area is negative, or a place is not on the network.</exception>
    public CoverageDemand(CoverageNetwork network, IReadOnlyList<DemandPoint> points)
    {
        _points = [.. points];
        FirstOnEdge = new int[network.EdgeCount + 1];
        foreach (var point in _points)
        {
            if (point.Weight < 0 || point.Area < 0 || point.Place?.Edge >= network.EdgeCount)
            {
                throw new ArgumentException($"{point} is no demand.", nameof(points));
            }

            AreaCount = Math.Max(AreaCount, point.Area + 1);
            FirstOnEdge[(point.Place?.Edge ?? -1) + 1]++;
        }

        // What is counted in the first place stands on no edge.
        FirstOnEdge[0] = 0;
        for (var edge = 0; edge < network.EdgeCount; edge++)
        {
            FirstOnEdge[edge + 1] += FirstOnEdge[edge];
        }

        Seats = new Seat[FirstOnEdge[^1]];
        SeatOf = new int[_points.Length];
        var next = FirstOnEdge[..^1];
        for (var building = 0; building < _points.Length; building++)
        {
            SeatOf[building] = NoSeat;
            if (_points[building].Place is { } place)
            {
                SeatOf[building] = next[place.Edge]++;
                Seats[SeatOf[building]] = new Seat(place.OffRoad + place.ToStart, place.OffRoad + place.ToEnd, building);
            }
        }
    }

    public int Count => _points.Length;

    public int AreaCount { get; }

    /// <summary>Buildings on an edge: `Seats` from `FirstOnEdge[edge]` up to, not including, `FirstOnEdge[edge + 1]`.</summary>
    internal int[] FirstOnEdge { get; }

    /// <summary>The buildings that stand on an edge, in the order of the edges.</summary>
    internal Seat[] Seats { get; }

    /// <summary>The seats of the buildings; <see cref="NoSeat"/> for those without a place.</summary>
    internal int[] SeatOf { get; }

    public ref readonly DemandPoint this[int building] => ref _points[building];
}

/// <summary>What a search reads of a building: the walk from its door to either end of its edge.</summary>
internal readonly record struct Seat(long ToStart, long ToEnd, int Building);
