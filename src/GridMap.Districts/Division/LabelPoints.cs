using GridMap.Core.Geography;
using NetTopologySuite.Algorithm.Construct;
using NetTopologySuite.Geometries;

namespace GridMap.Districts.Division;

/// <summary>Where a name stands best: the centre of the largest circle within the largest part of a shape.</summary>
public static class LabelPoints
{
    private const double ToleranceShare = 0.02;

    public static Point Of(Geometry shape)
    {
        var largest = Enumerable.Range(0, shape.NumGeometries).Select(shape.GetGeometryN).MaxBy(part => part.Area)!;
        var circle = new MaximumInscribedCircle(largest, Math.Sqrt(largest.Area) * ToleranceShare);
        return Lattice.Factory.CreatePoint(LatticePoint.From(circle.GetCenter().Coordinate).ToCoordinate());
    }
}
