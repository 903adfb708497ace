using System.Text.Json.Serialization;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Geography;

/// <summary>A point of the 1e-7° lattice in whole steps, longitude before latitude; orientation and area are exact integers within 20°.</summary>
[JsonConverter(typeof(LatticePointJsonConverter))]
public readonly record struct LatticePoint(int X, int Y) : IComparable<LatticePoint>
{
    public static bool operator <(LatticePoint left, LatticePoint right) => left.CompareTo(right) < 0;

    public static bool operator >(LatticePoint left, LatticePoint right) => left.CompareTo(right) > 0;

    public static bool operator <=(LatticePoint left, LatticePoint right) => left.CompareTo(right) <= 0;

    public static bool operator >=(LatticePoint left, LatticePoint right) => left.CompareTo(right) >= 0;

    public static LatticePoint From(Coordinate coordinate) => new(
        checked((int)Math.Round(coordinate.X * Lattice.StepsPerDegree)),
        checked((int)Math.Round(coordinate.Y * Lattice.StepsPerDegree)));

    public static LatticePoint[] From(Coordinate[] coordinates) => Array.ConvertAll(coordinates, From);

    /// <summary>Twice the signed area of the triangle: positive when <paramref name="c"/> lies left of a→b.</summary>
    public static long Cross(LatticePoint a, LatticePoint b, LatticePoint c) =>
        ((long)b.X - a.X) * ((long)c.Y - a.Y) - ((long)b.Y - a.Y) * ((long)c.X - a.X);

    /// <summary>Twice the signed area of a closed ring, in square steps: positive when counter-clockwise.</summary>
    public static long TwiceArea(ReadOnlySpan<LatticePoint> closedRing)
    {
        var sum = 0L;
        for (var i = 2; i < closedRing.Length - 1; i++)
        {
            sum += Cross(closedRing[0], closedRing[i - 1], closedRing[i]);
        }

        return sum;
    }

    public static LatticePoint From(Position position) => From(new Coordinate(position.Longitude, position.Latitude));

    public Coordinate ToCoordinate() => new(X / Lattice.StepsPerDegree, Y / Lattice.StepsPerDegree);

    public Position ToPosition() => new(X / Lattice.StepsPerDegree, Y / Lattice.StepsPerDegree);

    public int CompareTo(LatticePoint other) => X != other.X ? X.CompareTo(other.X) : Y.CompareTo(other.Y);
}
