using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Districts.Osm;

/// <summary>Cuts a line at the extent without touching any vertex inside it: overlay would round them and break connections.</summary>
public static class CutAtExtent
{
    public static IEnumerable<LineString> Pieces(LineString line, OsmExtent extent)
    {
        var piece = new List<Coordinate>();
        for (var i = 0; i < line.NumPoints; i++)
        {
            var here = line.GetCoordinateN(i);
            var isInside = extent.Holds(here);
            if (i > 0 && isInside != extent.Holds(line.GetCoordinateN(i - 1)))
                Append(piece, Crossing(line.GetCoordinateN(i - 1), here, isInside, extent));
            if (isInside)
                Append(piece, here);
            if (!isInside || i == line.NumPoints - 1)
            {
                if (piece.Count > 1)
                    yield return Lattice.Factory.CreateLineString([.. piece]);
                piece.Clear();
            }
        }
    }

    private static void Append(List<Coordinate> piece, Coordinate? position)
    {
        if (position is not null && (piece.Count == 0 || !piece[^1].Equals2D(position)))
            piece.Add(position);
    }

    // Where the segment meets the border nearest to its inner end.
    private static Coordinate? Crossing(Coordinate from, Coordinate to, bool isEntering, OsmExtent extent)
    {
        var inner = isEntering ? to : from;
        var segment = Lattice.Factory.CreateLineString([from, to]);
        return extent.Shape.Boundary.Intersection(segment).Coordinates
            .OrderBy(position => position.Distance(inner))
            .Select(position => Lattice.Snap(position.X, position.Y))
            .FirstOrDefault();
    }
}
