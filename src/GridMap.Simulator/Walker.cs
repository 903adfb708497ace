using NetTopologySuite.Geometries;

namespace GridMap.Simulator;

/// <summary>A patrol walking the road network, keeping to its own grid where the roads allow it.</summary>
public sealed class Walker
{
    private readonly RoadGraph _graph;
    private readonly Random _random;
    private RoadEdge _edge;
    private bool _forward;
    private double _meters;
    private double _restSeconds;
    private Errand? _errand;

    public Walker(RoadGraph graph, int patrolId, string kind, int? gridId, Random random)
    {
        _graph = graph;
        _random = random;
        PatrolId = patrolId;
        GridId = gridId;
        CruiseMetersPerSecond = kind == "vehicle" ? 5.5 : 1.1 + 0.4 * random.NextDouble();
        _edge = Start();
        _forward = random.Next(2) == 0;
        _meters = random.NextDouble() * _edge.LengthMeters;
    }

    public int PatrolId { get; }

    public int? GridId { get; }

    public double CruiseMetersPerSecond { get; }

    public double SpeedMetersPerSecond => _restSeconds > 0 || HasArrived ? 0 : _errand?.MetersPerSecond ?? CruiseMetersPerSecond;

    /// <summary>It was sent somewhere, and is there.</summary>
    public bool HasArrived => _errand is { Way.Count: 0 } errand && _edge == errand.Edge && _meters == errand.Meters;

    public (Coordinate Position, double BearingDegrees) Here
    {
        get
        {
            var (position, bearing) = _edge.At(_meters);
            return (position, _forward ? bearing : (bearing + 180) % 360);
        }
    }

    /// <summary>Sends it to the spot on the roads that is nearest to a position; false, and it goes on as before, where no way leads there.</summary>
    public bool Send(Coordinate target, double metersPerSecond)
    {
        var (edge, meters) = _graph.Nearest(target);
        var node = _forward ? _edge.EndNode : _edge.StartNode;
        if ((edge == _edge ? [] : _graph.FindWay(node, edge)?.Append(edge)) is not { } way)
        {
            return false;
        }

        _restSeconds = 0;
        _errand = new Errand(new Queue<RoadEdge>(way), edge, meters, metersPerSecond);
        return true;
    }

    /// <summary>Its errand is done: it walks its grid again.</summary>
    public void Release() => _errand = null;

    /// <summary>Walks for some seconds; now and then the patrol stands and talks to people.</summary>
    public void Walk(double seconds)
    {
        if (_errand is { } errand)
        {
            Follow(errand, seconds * errand.MetersPerSecond);
            return;
        }

        if (_restSeconds > 0)
        {
            _restSeconds -= seconds;
            return;
        }

        if (_random.NextDouble() < seconds / 400)
        {
            _restSeconds = 10 + 50 * _random.NextDouble();
            return;
        }

        var left = seconds * CruiseMetersPerSecond;
        // A bound on the number of edges: a walk of many zero-length edges must end.
        for (var turns = 0; left > 0 && turns < 100; turns++)
        {
            left = WalkAlong(left);
        }
    }

    private void Follow(Errand errand, double meters)
    {
        // As above: a way of edges without length must end.
        for (var turns = 0; meters > 0 && turns < 1_000; turns++)
        {
            if (_edge == errand.Edge && errand.Way.Count == 0)
            {
                var room = Math.Abs(errand.Meters - _meters);
                _forward = errand.Meters >= _meters;
                _meters = meters >= room ? errand.Meters : _meters + (_forward ? meters : -meters);
                return;
            }

            var rest = _forward ? _edge.LengthMeters - _meters : _meters;
            if (meters < rest)
            {
                _meters += _forward ? meters : -meters;
                return;
            }

            meters -= rest;
            Enter(errand.Way.Dequeue(), _forward ? _edge.EndNode : _edge.StartNode);
        }
    }

    private void Enter(RoadEdge edge, int node)
    {
        _edge = edge;
        _forward = edge.StartNode == node;
        _meters = _forward ? 0 : edge.LengthMeters;
    }

    private double WalkAlong(double meters)
    {
        var room = _forward ? _edge.LengthMeters - _meters : _meters;
        if (meters < room)
        {
            _meters += _forward ? meters : -meters;
            return 0;
        }

        Turn(_forward ? _edge.EndNode : _edge.StartNode);
        return meters - room;
    }

    private void Turn(int node)
    {
        var onward = _graph.AtNode(node).Where(edge => edge != _edge).ToArray();
        var home = onward.Where(edge => edge.GridId == GridId).ToArray();
        // Out of the grid only when the patrol is out already: then any road may lead back.
        var choices = home.Length > 0 ? home : _edge.GridId == GridId ? [] : onward;
        if (choices.Length == 0)
        {
            _forward = !_forward;
            _meters = _forward ? 0 : _edge.LengthMeters;
            return;
        }

        Enter(choices[_random.Next(choices.Length)], node);
    }

    private RoadEdge Start()
    {
        var home = GridId is { } grid ? _graph.InGrid(grid).ToArray() : [];
        return home.Length > 0 ? home[_random.Next(home.Length)] : _graph.Edges[_random.Next(_graph.Edges.Count)];
    }

    /// <summary>Where it was sent: the edges to take, and the spot on the last one.</summary>
    private sealed record Errand(Queue<RoadEdge> Way, RoadEdge Edge, double Meters, double MetersPerSecond);
}
