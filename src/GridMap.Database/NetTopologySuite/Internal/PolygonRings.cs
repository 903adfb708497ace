using NetTopologySuite.Geometries;

namespace Npgsql.NetTopologySuite.Internal;

/// <summary>A polygon as EWKB sees it: a list of rings, the shell first; none when it is empty.</summary>
internal static class PolygonRings
{
    public static int RingCount(this Polygon polygon) => polygon.IsEmpty ? 0 : 1 + polygon.NumInteriorRings;

    public static LineString Ring(this Polygon polygon, int index) => index == 0 ? polygon.ExteriorRing : polygon.GetInteriorRingN(index - 1);
}
