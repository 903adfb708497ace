using GridMap.Core.Geography;
using NetTopologySuite.Geometries;
using Position = GridMap.Core.Geography.Position;

namespace GridMap.Core.Boundaries.Importing;

/// <summary>What the degrees of a file refer to.</summary>
public enum SourceDatum
{
    /// <summary>Also CGCS2000, which agrees with it within a decimetre.</summary>
    Wgs84,

    /// <summary>Some hundred metres aside, by <see cref="Geography.Gcj02"/>.</summary>
    Gcj02,
}

/// <summary>Brings the records of a file to WGS 84.</summary>
internal static class SourceDatums
{
    /// <summary>Places that neighbours have in common stay in common; every place is on the lattice again.</summary>
    public static IReadOnlyList<SourceArea> ToWgs84(IReadOnlyList<SourceArea> sources, SourceDatum datum) => datum switch
    {
        SourceDatum.Wgs84 => sources,
        SourceDatum.Gcj02 => [.. sources.Select(source => source with { Shape = ToWgs84(source.Shape) })],
        _ => throw new ArgumentOutOfRangeException(nameof(datum), datum, null),
    };

    private static MultiPolygon ToWgs84(MultiPolygon shape)
    {
        var moved = (MultiPolygon)shape.Copy();
        moved.Apply(new Unshift());
        moved.GeometryChanged();
        return moved;
    }

    private sealed class Unshift : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence places, int i)
        {
            var place = Gcj02.ToWgs84(new Position(places.GetX(i), places.GetY(i)));
            var snapped = Lattice.Snap(place.Longitude, place.Latitude);
            places.SetX(i, snapped.X);
            places.SetY(i, snapped.Y);
        }
    }
}
