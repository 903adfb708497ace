using GridMap.Core.Geography;

namespace GridMap.Core.Response;

/// <summary>Hexagons with a corner to the north over a place, in rows from the north-west, every other row half a hexagon to the east; regular in Web Mercator.</summary>
/// <param name="West">Middle of the first hexagon, in cells of <see cref="IncidentCell"/>.</param>
/// <param name="North">Middle of the first hexagon, in cells of <see cref="IncidentCell"/>.</param>
/// <param name="Width">From side to side, in cells of <see cref="IncidentCell"/>.</param>
public sealed record HexLattice(double West, double North, double Width, int Columns, int Rows)
{
    private const double Across = 1 << IncidentCell.Depth;

    private static readonly double RowPerWidth = Math.Sqrt(3) / 2;

    /// <summary>From side to side, in degrees of longitude.</summary>
    public double WidthDegrees => Width / Across * 360;

    /// <summary>Hexagons over a box.</summary>
    /// <param name="place">What is to be covered.</param>
    /// <param name="meters">From side to side on the ground, at the middle of the place.</param>
    public static HexLattice Over(Bounds place, double meters)
    {
        var northWest = IncidentCell.Of(new Position(place.West, place.North));
        var southEast = IncidentCell.Of(new Position(place.East, place.South));
        var width = meters / (Ellipsoid.MetersPerDegree((place.South + place.North) / 2).Longitude * 360 / Across);
        return new HexLattice(
            northWest.Column, northWest.Row, width, (int)((southEast.Column - northWest.Column) / width) + 2, (int)((southEast.Row - northWest.Row) / (width * RowPerWidth)) + 2);
    }

    /// <summary>The number of the hexagon whose middle is nearest; null beside the lattice.</summary>
    public int? Find(double column, double row)
    {
        var (x, y) = ((column - West) / Width, (row - North) / Width);
        var near = (int)Math.Floor(y / RowPerWidth);
        var (best, distance) = (default(int?), double.MaxValue);
        for (var candidate = near; candidate <= near + 1; candidate++)
        {
            var shift = (candidate & 1) / 2.0;
            var at = (int)Math.Round(x - shift);
            var (dx, dy) = (x - shift - at, y - (candidate * RowPerWidth));
            if ((dx * dx) + (dy * dy) < distance)
            {
                distance = (dx * dx) + (dy * dy);
                best = at >= 0 && at < Columns && candidate >= 0 && candidate < Rows ? (candidate * Columns) + at : null;
            }
        }

        return best;
    }

    /// <summary>The middle of a hexagon.</summary>
    public Position MiddleOf(int hexagon)
    {
        var (row, column) = (hexagon / Columns, hexagon % Columns);
        var x = West + ((column + ((row & 1) / 2.0)) * Width);
        var y = North + (row * RowPerWidth * Width);
        return new Position((x / Across * 360) - 180, Math.Atan(Math.Sinh(Math.PI * (1 - (2 * y / Across)))) * 180 / Math.PI);
    }
}
