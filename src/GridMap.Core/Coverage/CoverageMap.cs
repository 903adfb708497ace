using System.Runtime.InteropServices;

namespace GridMap.Core.Coverage;

/// <summary>
/// Who is covered: for every building its nearest and second-nearest facility with the cost of the walk to them, and the sums.
/// A facility that comes, goes or moves costs no more than the buildings whose nearest two it is or was.
/// </summary>
/// <remarks>
/// The walk of a building is its way off the road, along its edge, over nodes, along the facility's edge and off the road there.
/// Covered means that the walk to the nearest facility costs no more than the standard, the standard itself included; covered twice, that the second-nearest does not either.
/// A building without a place on the network is never covered. Not for several threads at a time.
/// </remarks>
public sealed class CoverageMap
{
    private static readonly (Label First, Label Second) s_none = (new Label(WalkCost.Barred, -1), new Label(WalkCost.Barred, -1));

    private readonly NearestTwo _nearest;
    private readonly (Label First, Label Second)[] _seats;
    private readonly AreaCoverage[] _areas;
    private readonly HashSet<int> _edges = [];
    private readonly List<int> _changed = [];
    private readonly int[] _seenEdge;
    private int _change;

    /// <param name="network">Costs in the measure of the standard.</param>
    /// <param name="demand">Places on the same network.</param>
    /// <param name="standard">What a walk may cost at most.</param>
    /// <param name="horizon">Facilities farther than this are not looked for; at least the standard.</param>
    public CoverageMap(CoverageNetwork network, CoverageDemand demand, long standard, long horizon)
    {
        if (standard <= 0 || horizon < standard || horizon >= WalkCost.Barred)
        {
            throw new ArgumentOutOfRangeException(nameof(standard), standard, "The standard must be more than nothing and within the horizon.");
        }

        (Network, Demand, Standard, Horizon) = (network, demand, standard, horizon);
        _nearest = new NearestTwo(network, horizon);
        _seats = new (Label, Label)[demand.Seats.Length];
        Array.Fill(_seats, s_none);
        _areas = new AreaCoverage[demand.AreaCount];
        _seenEdge = new int[network.EdgeCount];
        for (var building = 0; building < demand.Count; building++)
        {
            ref readonly var point = ref demand[building];
            ref var area = ref _areas[point.Area];
            area = area with
            {
                Total = area.Total + point.Weight,
                Unlinkable = area.Unlinkable + (point.Place is null ? point.Weight : 0),
            };
        }

        Totals = _areas.Aggregate(default(AreaCoverage), (sum, area) => sum.Plus(area));
    }

    private CoverageMap(CoverageMap other)
    {
        (Network, Demand, Standard, Horizon, Totals) = (other.Network, other.Demand, other.Standard, other.Horizon, other.Totals);
        _nearest = other._nearest.Copy();
        _seats = [.. other._seats];
        _areas = [.. other._areas];
        _seenEdge = new int[other._seenEdge.Length];
    }

    public CoverageNetwork Network { get; }

    public CoverageDemand Demand { get; }

    public long Standard { get; }

    public long Horizon { get; }

    public AreaCoverage Totals { get; private set; }

    /// <summary>By the areas' indexes.</summary>
    public ReadOnlySpan<AreaCoverage> Areas => _areas;

    /// <summary>The facilities that are there, by number.</summary>
    public IReadOnlyDictionary<int, CoveragePlace> Facilities => _nearest.Facilities;

    /// <summary>The buildings whose nearest two are not what they were before the last operation; each once.</summary>
    public ReadOnlySpan<int> Changed => CollectionsMarshal.AsSpan(_changed);

    /// <summary>Another map that starts as this one is: a what-if changes it and leaves this one alone.</summary>
    public CoverageMap Copy() => new(this);

    /// <summary>Adds facilities at once. O((n + a) log n) for the n nodes and a arcs nearer to one of them than to two others.</summary>
    /// <exception cref="ArgumentException">A facility with this number is there.</exception>
    public void Add(params IEnumerable<KeyValuePair<int, CoveragePlace>> facilities)
    {
        Begin();
        foreach (var (facility, place) in facilities)
        {
            _nearest.Add(facility, place);
            _edges.Add(place.Edge);
        }

        _nearest.Spread();
        Finish();
    }

    public void Add(int facility, CoveragePlace place) => Add([KeyValuePair.Create(facility, place)]);

    /// <summary>Takes a facility away; nothing happens if it is not there.</summary>
    public void Remove(int facility)
    {
        Begin();
        Take(facility);
        Finish();
    }

    /// <summary>Moves a facility, or adds one that is not there.</summary>
    public void Move(int facility, CoveragePlace place)
    {
        Begin();
        Take(facility);
        _nearest.Add(facility, place);
        _edges.Add(place.Edge);
        _nearest.Spread();
        Finish();
    }

    /// <summary>The nearest facility of a building (rank 0) or the second-nearest (rank 1), and the cost of the walk; null where none is within the horizon.</summary>
    public (int Facility, long Cost)? Find(int building, int rank = 0)
    {
        var (first, second) = NearestOf(building);
        var label = rank == 0 ? first : second;
        return label.Facility >= 0 ? (label.Facility, label.Cost) : null;
    }

    public bool IsCovered(int building) => NearestOf(building).First.Cost <= Standard;

    /// <summary>What each facility serves best, within the standard: the sum of the weights of the buildings whose nearest it is.</summary>
    public IReadOnlyDictionary<int, long> Catchments()
    {
        var sums = Facilities.Keys.ToDictionary(facility => facility, _ => 0L);
        for (var seat = 0; seat < _seats.Length; seat++)
        {
            if (_seats[seat].First.Cost <= Standard)
            {
                sums[_seats[seat].First.Facility] += Demand[Demand.Seats[seat].Building].Weight;
            }
        }

        return sums;
    }

    /// <summary>The cost from a node to its nearest facility; barred beyond the horizon.</summary>
    internal long NodeCost(int node) => _nearest.At(node, 0).Cost;

    internal ReadOnlySpan<int> FacilitiesOn(int edge) => _nearest.On(edge);

    private void Take(int facility)
    {
        if (Facilities.TryGetValue(facility, out var place))
        {
            _edges.Add(place.Edge);
            _nearest.Remove(facility);
        }
    }

    private void Begin()
    {
        _nearest.Forget();
        _edges.Clear();
        _changed.Clear();
        _change++;
    }

    private void Finish()
    {
        foreach (var node in _nearest.Touched)
        {
            for (var at = Network.FirstIncident[node]; at < Network.FirstIncident[node + 1]; at++)
            {
                Look(Network.Incident[at]);
            }
        }

        foreach (var edge in _edges)
        {
            Look(edge);
        }
    }

    private void Look(int edge)
    {
        if (_seenEdge[edge] == _change)
        {
            return;
        }

        _seenEdge[edge] = _change;
        var (start, end) = (Network.StartNode[edge], Network.EndNode[edge]);
        for (var seat = Demand.FirstOnEdge[edge]; seat < Demand.FirstOnEdge[edge + 1]; seat++)
        {
            var now = Choose(Demand.Seats[seat], edge, start, end);
            ref var known = ref _seats[seat];
            if (now != known)
            {
                var building = Demand.Seats[seat].Building;
                Count(building, known.First.Cost, known.Second.Cost, now.First.Cost, now.Second.Cost);
                known = now;
                _changed.Add(building);
            }
        }
    }

    private (Label First, Label Second) NearestOf(int building) => Demand.SeatOf[building] is >= 0 and var seat ? _seats[seat] : s_none;

    private (Label First, Label Second) Choose(in Seat seat, int edge, int start, int end)
    {
        var nearest = s_none;
        for (var rank = 0; rank < 2; rank++)
        {
            Consider(seat.ToStart, _nearest.At(start, rank));
            Consider(seat.ToEnd, _nearest.At(end, rank));
        }

        foreach (var facility in _nearest.On(edge))
        {
            var (from, to) = (Demand[seat.Building].Place!.Value, Facilities[facility]);
            Consider(from.OffRoad + from.Along(to), new Label(to.OffRoad, facility));
        }

        return nearest;

        void Consider(long until, in Label then)
        {
            var label = new Label(until + then.Cost, then.Facility);
            if (label.Facility < 0 || label.Cost > Horizon)
            {
                return;
            }

            if (label.IsBefore(nearest.First))
            {
                nearest = (label, nearest.First.Facility == label.Facility ? nearest.Second : nearest.First);
            }
            else if (label.Facility != nearest.First.Facility && label.IsBefore(nearest.Second))
            {
                nearest.Second = label;
            }
        }
    }

    private void Count(int building, long firstBefore, long secondBefore, long first, long second)
    {
        var (once, twice) = (Step(firstBefore, first), Step(secondBefore, second));
        if (once == 0 && twice == 0)
        {
            return;
        }

        ref readonly var point = ref Demand[building];
        once *= point.Weight;
        twice *= point.Weight;
        ref var area = ref _areas[point.Area];
        area = area with { Covered = area.Covered + once, CoveredTwice = area.CoveredTwice + twice };
        Totals = Totals with { Covered = Totals.Covered + once, CoveredTwice = Totals.CoveredTwice + twice };
    }

    private int Step(long before, long after) => (after <= Standard ? 1 : 0) - (before <= Standard ? 1 : 0);
}

/// <summary>Sums of an area or of all: households, or elders.</summary>
/// <param name="Total">The denominator.</param>
/// <param name="Unlinkable">Of the total, those that no way leads to; never covered.</param>
/// <param name="Covered">The numerator.</param>
/// <param name="CoveredTwice">Of the covered, those that have a second facility within the standard.</param>
public readonly record struct AreaCoverage(long Total, long Unlinkable, long Covered, long CoveredTwice)
{
    public AreaCoverage Plus(AreaCoverage other) =>
        new(Total + other.Total, Unlinkable + other.Unlinkable, Covered + other.Covered, CoveredTwice + other.CoveredTwice);
}
