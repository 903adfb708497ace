using GridMap.Core.Geography;

namespace GridMap.Core.Response;

/// <summary>Square cells over a place, in rows from the north-west; square in Web Mercator, so a picture of it lies on the map as it is.</summary>
/// <param name="West">In cells of <see cref="IncidentCell"/>.</param>
/// <param name="North">In cells of <see cref="IncidentCell"/>.</param>
/// <param name="Step">Side of a cell, in cells of <see cref="IncidentCell"/>.</param>
/// <param name="CellMeters">Side of a cell on the ground, in metres, at the middle of the place; over 20 km to the north or south it differs by 0.3 %.</param>
public sealed record CellLattice(double West, double North, double Step, int Columns, int Rows, double CellMeters)
{
    private const double FinestMeters = 50;
    private const int MostCells = 40_000;
    private const double Across = 1 << IncidentCell.Depth;

    /// <summary>Where the lattice lies, in degrees.</summary>
    public Bounds Bounds => new(Longitude(West), Latitude(North + (Rows * Step)), Longitude(West + (Columns * Step)), Latitude(North));

    /// <summary>The finest lattice over a box: cells of 50 m, or larger so that there are at most 40,000.</summary>
    public static CellLattice Over(Bounds place)
    {
        var northWest = IncidentCell.Of(new Position(place.West, place.North));
        var southEast = IncidentCell.Of(new Position(place.East, place.South));
        var middle = (place.South + place.North) / 2;
        var metersPerUnit = Ellipsoid.MetersPerDegree(middle).Longitude * 360 / Across;
        var (width, height) = (southEast.Column - northWest.Column + 1.0, southEast.Row - northWest.Row + 1.0);
        var step = FinestMeters / metersPerUnit;
        while (Cells(width, step) * (long)Cells(height, step) > MostCells)
        {
            step *= 1.1;
        }

        return new CellLattice(northWest.Column, northWest.Row, step, Cells(width, step), Cells(height, step), step * metersPerUnit);
    }

    /// <summary>The middle of a row, in degrees.</summary>
    public double LatitudeOf(int row) => Latitude(North + ((row + 0.5) * Step));

    /// <summary>The middle of a column, in degrees.</summary>
    public double LongitudeOf(int column) => Longitude(West + ((column + 0.5) * Step));

    private static int Cells(double length, double step) => (int)Math.Ceiling(length / step);

    private static double Longitude(double column) => (column / Across * 360) - 180;

    private static double Latitude(double row) => Math.Atan(Math.Sinh(Math.PI * (1 - (2 * row / Across)))) * 180 / Math.PI;
}
