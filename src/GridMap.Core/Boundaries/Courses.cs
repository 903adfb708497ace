using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Boundaries;

/// <summary>Lengths of courses on the lattice.</summary>
public static class Courses
{
    /// <summary>Length in metres, in the metric at the course's first latitude.</summary>
    public static double LengthMeters(ReadOnlySpan<LatticePoint> course)
    {
        var (perLongitude, perLatitude) = Ellipsoid.MetersPerDegree(course[0].Y / Lattice.StepsPerDegree);
        var sum = 0.0;
        for (var i = 1; i < course.Length; i++)
        {
            var eastward = ((double)course[i].X - course[i - 1].X) * perLongitude;
            var northward = ((double)course[i].Y - course[i - 1].Y) * perLatitude;
            sum += double.Hypot(eastward, northward);
        }

        return sum / Lattice.StepsPerDegree;
    }

    public static LineString ToLineString(LatticePoint[] course) =>
        Lattice.Factory.CreateLineString(Array.ConvertAll(course, point => point.ToCoordinate()));
}
