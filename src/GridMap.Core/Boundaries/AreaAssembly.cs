using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Boundaries;

/// <summary>
/// Draws the polygons of areas from the edges of a mosaic: the boundary of an area is the edges that have it on exactly one side.
/// Never a union of polygons, so neighbours share every coordinate. Rings that touch themselves are parted, as OGC simple features ask.
/// </summary>
public static class AreaAssembly
{
    /// <summary>The shape of every area 0…areaCount-1, where atom a belongs to areaOfAtom[a] (-1: to none).</summary>
    public static MultiPolygon[] Assemble(Mosaic mosaic, int[] areaOfAtom, int areaCount)
    {
        var keys = new int[mosaic.Edges.Length * 2];
        for (var e = 0; e < mosaic.Edges.Length; e++)
        {
            var left = AreaOf(mosaic.Edges[e].Left, areaOfAtom);
            var right = AreaOf(mosaic.Edges[e].Right, areaOfAtom);
            keys[2 * e] = left == right ? -1 : left;
            keys[2 * e + 1] = left == right ? -1 : right;
        }

        var (offset, halfEdges) = Buckets.Group(keys, areaCount);
        var shapes = new MultiPolygon[areaCount];
        for (var area = 0; area < areaCount; area++)
        {
            var rings = RingWalk.Walk(mosaic.Edges, halfEdges.AsSpan(offset[area]..offset[area + 1]));
            shapes[area] = RingNesting.ToMultiPolygon(rings);
        }

        return shapes;
    }

    /// <summary>The polygon of every atom.</summary>
    public static Polygon[] AssembleAtoms(Mosaic mosaic) => Array.ConvertAll(
        Assemble(mosaic, [.. Enumerable.Range(0, mosaic.AtomCount)], mosaic.AtomCount),
        shape => shape.Count == 1
            ? (Polygon)shape[0]
            : throw new InvalidOperationException($"An atom has {shape.Count} outlines; the mosaic is broken."));

    private static int AreaOf(int atom, int[] areaOfAtom) => atom < 0 ? -1 : areaOfAtom[atom];
}
