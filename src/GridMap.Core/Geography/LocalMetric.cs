using NetTopologySuite.Geometries;

namespace GridMap.Core.Geography;

/// <summary>A flat metric around an origin: metres east and north; error below 1e-4 within 20 km north or south of it.</summary>
public sealed class LocalMetric(LatticePoint origin)
{
    private readonly double _perX = Ellipsoid.MetersPerDegree(origin.Y / Lattice.StepsPerDegree).Longitude / Lattice.StepsPerDegree;
    private readonly double _perY = Ellipsoid.MetersPerDegree(origin.Y / Lattice.StepsPerDegree).Latitude / Lattice.StepsPerDegree;

    public Coordinate ToMeters(LatticePoint point) => new(((double)point.X - origin.X) * _perX, ((double)point.Y - origin.Y) * _perY);

    public Coordinate ToMeters(Coordinate degrees) => ToMeters(LatticePoint.From(degrees));

    public LatticePoint ToLattice(Coordinate meters) =>
        new(origin.X + (int)Math.Round(meters.X / _perX), origin.Y + (int)Math.Round(meters.Y / _perY));

    /// <summary>A polygon in metres, rings in the same order.</summary>
    public Polygon ToMeters(Polygon degrees) => new(
        ToMeters((LinearRing)degrees.ExteriorRing), [.. degrees.InteriorRings.Select(hole => ToMeters((LinearRing)hole))]);

    private LinearRing ToMeters(LinearRing ring) => new(Array.ConvertAll(ring.Coordinates, ToMeters));
}
