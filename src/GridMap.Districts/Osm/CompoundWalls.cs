using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace GridMap.Districts.Osm;

/// <summary>A compound is walled where a fence or wall follows enough of its border, or a gate stands on it.</summary>
public sealed class CompoundWalls
{
    private static readonly HashSet<string> Walls = ["fence", "wall", "hedge", "city_wall", "retaining_wall"];

    private static readonly HashSet<string> Gates = ["gate", "lift_gate", "swing_gate", "entrance", "sliding_gate"];

    private readonly STRtree<Geometry> _walls = new();

    private readonly STRtree<Geometry> _gates = new();

    private readonly LocalPlane _plane;

    private readonly CompoundRules _rules;

    public CompoundWalls(OsmData data, LocalPlane plane, CompoundRules rules)
    {
        (_plane, _rules) = (plane, rules);
        foreach (var line in data.Lines.Where(line => line.Tags["barrier"] is { } barrier && Walls.Contains(barrier)))
        {
            _walls.Insert(line.Course.EnvelopeInternal, plane.Flatten(line.Course));
        }

        foreach (var point in data.Points.Where(point => point.Tags["barrier"] is { } barrier && Gates.Contains(barrier)))
        {
            _gates.Insert(point.Place.EnvelopeInternal, plane.Flatten(point.Place));
        }

        _walls.Build();
        _gates.Build();
    }

    public bool IsWalled(Polygon shape)
    {
        var near = _plane.Buffer(shape, _rules.WallWithinMeters).EnvelopeInternal;
        var border = _plane.Flatten(shape).Boundary;
        if (_gates.Query(near).Any(gate => gate.Distance(border) <= _rules.WallWithinMeters))
            return true;

        var strip = border.Buffer(_rules.WallWithinMeters, 2);
        return _walls.Query(near).Sum(wall => wall.Intersection(strip).Length) >= _rules.WallShare * border.Length;
    }
}
