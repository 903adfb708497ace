using NetTopologySuite.Geometries;

namespace GridMap.Core.Boundaries.Editing;

/// <summary>Assembles the shape of one grid or atom from the edges around it; costs what lies in it.</summary>
internal static class DivisionShapes
{
    public static MultiPolygon OfGrid(LandTable land, AreaTable areas, int grid)
    {
        var border = new List<int>();
        foreach (var atom in areas.AtomsOf(grid))
        {
            foreach (var edge in land.EdgesOf(atom))
            {
                if (land.OwnerAcross(edge, atom) != grid)
                {
                    border.Add(HalfEdge(land, edge, atom));
                }
            }
        }

        return RingNesting.ToMultiPolygon(Walk(land, border));
    }

    public static Polygon OfAtom(LandTable land, int atom)
    {
        var border = new List<int>();
        foreach (var edge in land.EdgesOf(atom))
        {
            border.Add(HalfEdge(land, edge, atom));
        }

        return (Polygon)RingNesting.ToMultiPolygon(Walk(land, border))[0];
    }

    // In the order of the edges' ids, so that a ring starts alike however slots were given out.
    private static List<Geography.LatticePoint[]> Walk(LandTable land, List<int> halfEdges)
    {
        halfEdges.Sort((a, b) => land.EdgeIdOf(a / 2).CompareTo(land.EdgeIdOf(b / 2)));
        return RingWalk.Walk(land.Edges, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(halfEdges));
    }

    private static int HalfEdge(LandTable land, int edge, int atom) => 2 * edge + (land.Edges[edge].Left == atom ? 0 : 1);
}
