using GridMap.Core.Boundaries;
using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Districts.Land;

/// <summary>Which atom each building belongs to, by a point that lies in its footprint.</summary>
public static class BuildingPlacement
{
    /// <summary>The representative point: the centroid, or an interior point where the centroid falls outside the footprint.</summary>
    public static LatticePoint RepresentativePoint(Polygon footprint)
    {
        var centroid = LatticePoint.From(footprint.Centroid.Coordinate);
        var outline = LatticePoint.From(footprint.ExteriorRing.Coordinates);
        return footprint.NumInteriorRings == 0 && Rings.Locate(outline, centroid) == Location.Interior
            ? centroid
            : LatticePoint.From(footprint.InteriorPoint.Coordinate);
    }

    /// <summary>The atom of each point, -1 for points outside the mosaic.</summary>
    public static int[] Place(IReadOnlyList<Polygon> atoms, LatticePoint[] points)
    {
        var locator = new AtomLocator(atoms);
        return Array.ConvertAll(points, locator.Find);
    }

    /// <summary>The households in every atom.</summary>
    public static int[] SumHouseholds(IReadOnlyList<BuildingDraft> buildings, int[] atomOfBuilding, int atomCount)
    {
        var households = new int[atomCount];
        for (var i = 0; i < atomOfBuilding.Length; i++)
        {
            if (atomOfBuilding[i] >= 0)
            {
                households[atomOfBuilding[i]] += buildings[i].Households;
            }
        }

        return households;
    }
}
