using GridMap.Core.Geography;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace GridMap.Districts.Osm;

/// <summary>A flat plane in metres around a latitude, for buffers and hulls of district-sized shapes.</summary>
public sealed class LocalPlane(double latitude)
{
    private static readonly GeometryFactory Flat = new(new PrecisionModel(), Lattice.Srid);

    private readonly (double Longitude, double Latitude) _metersPerDegree = Ellipsoid.MetersPerDegree(latitude);

    /// <summary>Degrees to metres.</summary>
    public Geometry Flatten(Geometry shape) =>
        AffineTransformation.ScaleInstance(_metersPerDegree.Longitude, _metersPerDegree.Latitude).Transform(Flat.CreateGeometry(shape));

    /// <summary>Metres back to degrees on the lattice; invalid slivers made by rounding are repaired.</summary>
    public Geometry Unflatten(Geometry shape)
    {
        var degrees = AffineTransformation.ScaleInstance(1 / _metersPerDegree.Longitude, 1 / _metersPerDegree.Latitude).Transform(shape);
        return LatticeShape.Of(degrees);
    }

    /// <summary>A shape in degrees, grown by metres.</summary>
    public Geometry Buffer(Geometry shape, double meters) => Unflatten(Flatten(shape).Buffer(meters, 4));
}
