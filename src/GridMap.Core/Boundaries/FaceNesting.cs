using GridMap.Core.Geography;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace GridMap.Core.Boundaries;

/// <summary>Which face each cycle belongs to: an outline its own; the surround of a connected part the smallest face that holds it, or outside (-1).</summary>
public static class FaceNesting
{
    public static int[] FaceOfCycles(HalfEdgeGraph graph, FaceCycles cycles)
    {
        var faces = new int[cycles.First.Length];
        var outlines = new STRtree<Outline>();
        for (var cycle = 0; cycle < faces.Length; cycle++)
        {
            faces[cycle] = cycles.TwiceArea[cycle] > 0 ? cycle : -1;
            if (faces[cycle] == cycle)
            {
                var ring = FaceCycle.Ring(graph, cycles.First[cycle]);
                outlines.Insert(Rings.Envelope(ring), new Outline(cycle, ring, cycles.TwiceArea[cycle]));
            }
        }

        outlines.Build();
        for (var cycle = 0; cycle < faces.Length; cycle++)
        {
            if (faces[cycle] < 0)
            {
                faces[cycle] = Around(outlines, cycles.Lowest[cycle]);
            }
        }

        return faces;
    }

    private static int Around(STRtree<Outline> outlines, LatticePoint lowest)
    {
        var holder = outlines.Query(new Envelope(new Coordinate(lowest.X, lowest.Y)))
            .Where(outline => Rings.Locate(outline.Ring, lowest) == Location.Interior)
            .MinBy(outline => outline.TwiceArea);
        return holder?.Cycle ?? -1;
    }

    private sealed record Outline(int Cycle, LatticePoint[] Ring, long TwiceArea);
}
