using GridMap.Core.Boundaries;
using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Districts.Land;

/// <summary>Shape, size and households of every atom of a mosaic that is being made.</summary>
public sealed record AtomMeasures(Polygon[] Shapes, double[] SquareMeters, double[] ThicknessMeters, int[] AtomOfBuilding, int[] Households)
{
    public static AtomMeasures Of(Mosaic mosaic, IReadOnlyList<BuildingDraft> buildings, LatticePoint[] points)
    {
        var shapes = AreaAssembly.AssembleAtoms(mosaic);
        var areas = Array.ConvertAll(shapes, Ellipsoid.AreaSquareMeters);
        var perimeters = new double[shapes.Length];
        foreach (var edge in mosaic.Edges)
        {
            foreach (var atom in new[] { edge.Left, edge.Right }.Where(atom => atom >= 0))
            {
                perimeters[atom] += Courses.LengthMeters(edge.Course);
            }
        }

        var atomOfBuilding = BuildingPlacement.Place(shapes, points);
        return new AtomMeasures(
            shapes,
            areas,
            [.. areas.Zip(perimeters, (area, perimeter) => 2 * area / perimeter)],
            atomOfBuilding,
            BuildingPlacement.SumHouseholds(buildings, atomOfBuilding, shapes.Length));
    }

    public int Count => Shapes.Length;
}
