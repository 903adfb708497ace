using GridMap.Core.Boundaries;
using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Districts.Land;

/// <summary>Land in atoms: the mosaic, each atom's polygon, kind and households, and the atom of each building (-1: outside the extent).</summary>
public sealed record DividedLand(
    Mosaic Mosaic,
    Adjacency Adjacency,
    Polygon[] Shapes,
    double[] SquareMeters,
    string[] Kinds,
    int[] Households,
    LatticePoint[] BuildingPoints,
    int[] AtomOfBuilding);
