using GridMap.Districts.Demo.Plane;
using NetTopologySuite.Geometries;

namespace GridMap.Districts.Demo.Ground;

/// <summary>Knows the street along any stretch of a block, and takes its width off the block's land.</summary>
internal sealed class Frontage
{
    private readonly IReadOnlyList<Street> _streets;
    private readonly SegmentIndex _index = new(80);

    public Frontage(IReadOnlyList<Street> streets)
    {
        _streets = [.. streets];
        for (var i = 0; i < _streets.Count; i++)
        {
            _index.AddLine(_streets[i].Course, i);
        }
    }

    public Street? At(Vec place) => _index.Nearest(place, 0.5) is { } found ? _streets[found.Owner] : null;

    public (Vec Place, Street Street, double Distance)? Nearest(Vec place, double limitMeters, Func<Street, bool> admits) =>
        _index.Nearest(place, limitMeters, owner => admits(_streets[owner])) is { } found ? (found.Place, _streets[found.Owner], found.Distance) : null;

    /// <summary>The first street met on the way, when people can turn into it.</summary>
    public (Vec Place, Street Street)? Ahead(Vec from, Vec direction, double limitMeters)
    {
        var to = from + direction * limitMeters;
        foreach (var share in _index.CrossingShares(from, to))
        {
            var place = from.Toward(to, share);
            return At(place) is { IsBridge: false, IsTunnel: false, IsWalkable: true } street ? (place, street) : null;
        }

        return null;
    }

    /// <summary>The middle of the side of a footprint that is nearest to a street.</summary>
    public Vec DoorOf(Ring footprint)
    {
        var sides = Enumerable.Range(0, footprint.Points.Length).Select(i => footprint.From(i).Toward(footprint.To(i), 0.5));
        return sides.MinBy(side => Nearest(side, 150, s => s.IsWalkable)?.Distance ?? double.MaxValue);
    }

    /// <summary>A block's land between the edges of the carriageways and pavements.</summary>
    public List<Ring> Land(Ring block, double leastSquareMeters)
    {
        Geometry land = Shapes.ToPolygon(block);
        foreach (var (line, width) in Sides(block))
        {
            land = Shapes.Without(land, Shapes.Grow(Shapes.ToLine(line), width));
        }

        return Shapes.ToRings(land, leastSquareMeters);
    }

    public static double HalfWidth(string? kind) => kind switch
    {
        "motorway" => 34,
        "trunk" => 30,
        "primary" => 25,
        "secondary" => 19,
        "tertiary" => 13,
        "residential" => 9,
        "rail" => 24,
        "track" => 4,
        null => 2.3,
        _ => 6,
    };

    private List<(List<Vec> Line, double Width)> Sides(Ring block)
    {
        List<(List<Vec> Line, double Width)> sides = [];
        for (var i = 0; i < block.Points.Length; i++)
        {
            Vec from = block.From(i), to = block.To(i);
            var width = HalfWidth(At(from.Toward(to, 0.5))?.Class);
            if (sides.Count > 0 && sides[^1].Width == width)
            {
                sides[^1].Line.Add(to);
                continue;
            }

            sides.Add(([from, to], width));
        }

        return sides;
    }
}
