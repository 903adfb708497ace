using System.Collections;
using System.Runtime.InteropServices;

namespace GridMap.Core.Coverage;

/// <summary>
/// The two nearest facilities of every node, and what the walk to them costs: Dijkstra's algorithm (Numerische Mathematik 1, 1959) from all facilities at once,
/// against the direction of walking, every node settled at most twice. Kept up to date when a facility comes or goes: only the nodes whose nearest two it is
/// or was are looked at (Ramalingam and Reps, Journal of Algorithms 21, 1996, for one source; here the second-nearest fills the hole).
/// </summary>
/// <remarks>At equal costs the facility with the lower number is nearer. Not for several threads at a time.</remarks>
internal sealed class NearestTwo
{
    private const int None = -1;

    private readonly CoverageNetwork _network;
    private readonly long _limit;
    private readonly LabelBuckets _open;
    private readonly Label[] _labels;
    private readonly Dictionary<int, CoveragePlace> _places;
    private readonly Dictionary<int, List<int>> _onEdge;
    private readonly BitArray _isTaken;
    private readonly List<int> _hole = [];
    private readonly int[] _touchedIn;
    private readonly List<int> _touched = [];
    private int _change;

    public NearestTwo(CoverageNetwork network, long limit)
    {
        (_network, _limit, _open) = (network, limit, new LabelBuckets(limit));
        _labels = new Label[network.NodeCount * 2];
        Array.Fill(_labels, new Label(WalkCost.Barred, None));
        (_places, _onEdge, _isTaken) = ([], [], new BitArray(network.EdgeCount));
        _touchedIn = new int[network.NodeCount];
    }

    private NearestTwo(NearestTwo other)
    {
        (_network, _limit, _open) = (other._network, other._limit, new LabelBuckets(other._limit));
        _labels = (Label[])other._labels.Clone();
        _places = new Dictionary<int, CoveragePlace>(other._places);
        _onEdge = other._onEdge.ToDictionary(entry => entry.Key, entry => new List<int>(entry.Value));
        _isTaken = new BitArray(other._isTaken);
        _touchedIn = new int[other._touchedIn.Length];
    }

    /// <summary>The nodes whose nearest two have changed since the last `Forget`.</summary>
    public ReadOnlySpan<int> Touched => CollectionsMarshal.AsSpan(_touched);

    public IReadOnlyDictionary<int, CoveragePlace> Facilities => _places;

    public NearestTwo Copy() => new(this);

    public void Forget()
    {
        _touched.Clear();
        _change++;
    }

    public void Add(int facility, in CoveragePlace place)
    {
        _places.Add(facility, place);
        if (!_onEdge.TryGetValue(place.Edge, out var here))
        {
            _onEdge[place.Edge] = here = [];
        }

        here.Add(facility);
        _isTaken[place.Edge] = true;
        Leave(facility, place);
    }

    /// <summary>Spreads what was added; until then nothing of it is known anywhere.</summary>
    public void Spread()
    {
        var (first, arcs) = (_network.FirstIn, _network.In);
        while (_open.TryTake(out var entry))
        {
            var slot = entry.Node * 2;
            if ((_labels[slot].Cost != entry.Cost || _labels[slot].Facility != entry.Facility)
                && (_labels[slot + 1].Cost != entry.Cost || _labels[slot + 1].Facility != entry.Facility))
            {
                continue;
            }

            for (var arc = first[entry.Node]; arc < first[entry.Node + 1]; arc++)
            {
                Improve(arcs[arc].Node, entry.Facility, entry.Cost + arcs[arc].Cost);
            }
        }
    }

    public void Remove(int facility)
    {
        _places.Remove(facility, out var place);
        _onEdge[place.Edge].Remove(facility);
        _isTaken[place.Edge] = _onEdge[place.Edge].Count > 0;
        Dig(facility, place);
        foreach (var node in _hole)
        {
            Fill(node);
        }

        Spread();
    }

    /// <summary>The nearest facility of a node, or the second-nearest, and the cost of the walk; -1 and barred where there is none within the limit.</summary>
    public Label At(int node, int rank) => _labels[node * 2 + rank];

    /// <summary>The facilities that stand on an edge.</summary>
    public ReadOnlySpan<int> On(int edge) => _isTaken[edge] ? CollectionsMarshal.AsSpan(_onEdge[edge]) : [];

    private void Leave(int facility, in CoveragePlace place)
    {
        Improve(_network.StartNode[place.Edge], facility, place.OffRoad + place.FromStart);
        Improve(_network.EndNode[place.Edge], facility, place.OffRoad + place.FromEnd);
    }

    // Every node that has the facility got it from a neighbour that has it, down to the ends of its own edge.
    private void Dig(int facility, in CoveragePlace place)
    {
        _hole.Clear();
        Take(_network.StartNode[place.Edge]);
        Take(_network.EndNode[place.Edge]);
        for (var i = 0; i < _hole.Count; i++)
        {
            for (var arc = _network.FirstIn[_hole[i]]; arc < _network.FirstIn[_hole[i] + 1]; arc++)
            {
                Take(_network.In[arc].Node);
            }
        }

        void Take(int node)
        {
            var slot = node * 2;
            if (_labels[slot].Facility == facility)
            {
                _labels[slot] = _labels[slot + 1];
            }
            else if (_labels[slot + 1].Facility != facility)
            {
                return;
            }

            _labels[slot + 1] = new Label(WalkCost.Barred, None);
            Touch(node);
            _hole.Add(node);
        }
    }

    private void Fill(int node)
    {
        for (var at = _network.FirstIncident[node]; at < _network.FirstIncident[node + 1]; at++)
        {
            foreach (var facility in On(_network.Incident[at]))
            {
                Leave(facility, _places[facility]);
            }
        }

        for (var arc = _network.FirstOut[node]; arc < _network.FirstOut[node + 1]; arc++)
        {
            var (next, cost) = _network.Out[arc];
            Improve(node, _labels[next * 2].Facility, _labels[next * 2].Cost + cost);
            Improve(node, _labels[next * 2 + 1].Facility, _labels[next * 2 + 1].Cost + cost);
        }
    }

    private void Improve(int node, int facility, long cost)
    {
        if (cost > _limit)
        {
            return;
        }

        ref var first = ref _labels[node * 2];
        ref var second = ref _labels[node * 2 + 1];
        var label = new Label(cost, facility);
        if (first.Facility == facility)
        {
            if (cost >= first.Cost)
            {
                return;
            }

            first = label;
        }
        else if (label.IsBefore(first))
        {
            (first, second) = (label, first);
        }
        else if (label.IsBefore(second))
        {
            second = label;
        }
        else
        {
            return;
        }

        Touch(node);
        _open.Put(cost, node, facility);
    }

    private void Touch(int node)
    {
        if (_touchedIn[node] != _change + 1)
        {
            _touchedIn[node] = _change + 1;
            _touched.Add(node);
        }
    }
}

/// <summary>A facility and what the walk to it costs.</summary>
internal readonly record struct Label(long Cost, int Facility)
{
    public bool IsBefore(in Label other) => Cost < other.Cost || (Cost == other.Cost && Facility < other.Facility);
}
