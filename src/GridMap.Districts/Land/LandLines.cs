using GridMap.Core.Boundaries;
using GridMap.Core.Geography;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace GridMap.Districts.Land;

/// <summary>The lines of a draft that divide land: the extent, roads that vehicles share, banks, walls and the rims of villages.</summary>
public static class LandLines
{
    public static List<BoundaryLine> Of(DistrictDraft draft)
    {
        var lines = new List<BoundaryLine>();
        lines.AddRange(Rings(draft.Extent).Select(ring => new BoundaryLine(ring, Divider.Line, IsExtent: true)));
        lines.AddRange(Roads(draft));
        foreach (var water in draft.Waters.Where(water => water.Kind is not "pool" && water.Shape is Polygon or MultiPolygon))
        {
            lines.AddRange(Rings(water.Shape).Select(ring => new BoundaryLine(ring, Divider.Water)));
        }

        // Open compounds and old towns have no edge one could see: their blocks are cut between buildings instead.
        foreach (var compound in draft.Compounds.Where(compound => compound.Kind is "walled" or "village"))
        {
            var divider = compound.Kind == "walled" ? Divider.Wall : Divider.Line;
            lines.AddRange(Rings(compound.Shape).Select(ring => new BoundaryLine(ring, divider)));
        }

        return lines;
    }

    /// <summary>How strongly a road divides; null for ways that do not bound a block.</summary>
    public static Divider? DividerOf(RoadDraft road) => road.IsTunnel ? null : road.Class switch
    {
        "motorway" or "trunk" or "primary" or "rail" => Divider.Arterial,
        "secondary" or "tertiary" => Divider.Street,
        "residential" or "pedestrian" => Divider.Lane,
        _ => null,
    };

    private static IEnumerable<BoundaryLine> Roads(DistrictDraft draft)
    {
        var walled = new STRtree<IPointOnGeometryLocator>();
        foreach (var compound in draft.Compounds.Where(compound => compound.Kind == "walled"))
        {
            walled.Insert(compound.Shape.EnvelopeInternal, new IndexedPointInAreaLocator(compound.Shape));
        }

        foreach (var road in draft.Roads)
        {
            if (DividerOf(road) is { } divider && !(divider == Divider.Lane && IsWithin(walled, road.Course)))
            {
                yield return new BoundaryLine(LatticePoint.From(road.Course.Coordinates), divider);
            }
        }
    }

    private static bool IsWithin(STRtree<IPointOnGeometryLocator> walled, LineString course)
    {
        var middle = course.NumPoints == 2
            ? new Coordinate((course[0].X + course[1].X) / 2, (course[0].Y + course[1].Y) / 2)
            : course.GetCoordinateN(course.NumPoints / 2);
        return walled.Query(new Envelope(middle)).Any(locator => locator.Locate(middle) == Location.Interior);
    }

    private static IEnumerable<LatticePoint[]> Rings(Geometry shape) =>
        Enumerable.Range(0, shape.NumGeometries)
            .Select(shape.GetGeometryN).Cast<Polygon>()
            .SelectMany(polygon => polygon.InteriorRings.Prepend(polygon.ExteriorRing))
            .Select(ring => LatticePoint.From(ring.Coordinates));
}
