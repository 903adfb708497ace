using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace GridMap.Districts.Osm;

/// <summary>A straight stretch of a road.</summary>
public sealed record RoadStretch(RoadDraft Road, LineSegment Segment);

/// <summary>Finds the stretches of roads near a place.</summary>
public sealed class WalkingIndex
{
    private readonly STRtree<RoadStretch> _tree = new();

    public WalkingIndex(IEnumerable<RoadDraft> roads)
    {
        foreach (var road in roads)
        {
            var coordinates = road.Course.Coordinates;
            for (var i = 1; i < coordinates.Length; i++)
            {
                var stretch = new RoadStretch(road, new LineSegment(coordinates[i - 1], coordinates[i]));
                _tree.Insert(new Envelope(coordinates[i - 1], coordinates[i]), stretch);
            }
        }

        _tree.Build();
    }

    /// <summary>The nearest stretch within a reach in degrees, widened until something is found; null on an empty index.</summary>
    public RoadStretch? FindNearest(Coordinate position)
    {
        for (var reach = 0.0005; reach < 1 && _tree.Count > 0; reach *= 4)
        {
            var near = Near(position, reach).MinBy(stretch => stretch.Segment.Distance(position));
            if (near is not null && near.Segment.Distance(position) <= reach)
                return near;
        }

        return null;
    }

    public IEnumerable<RoadStretch> Crossing(Envelope box) => _tree.Query(box);

    private IList<RoadStretch> Near(Coordinate position, double reach)
    {
        var box = new Envelope(position);
        box.ExpandBy(reach);
        return _tree.Query(box);
    }
}
