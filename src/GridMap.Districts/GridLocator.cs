using GridMap.Core.Boundaries;
using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Districts;

/// <summary>The grid a point lies in; on a shared border the lowest id wins, exactly as `grid_at` in the database.</summary>
public sealed class GridLocator(AtomLocator atoms, int[] gridOfAtom)
{
    /// <summary>The area id of the grid, or null outside the district.</summary>
    public int? Find(Point position)
    {
        var grids = atoms.FindAll(LatticePoint.From(position.Coordinate)).Select(atom => gridOfAtom[atom]).ToList();
        return grids.Count == 0 ? null : grids.Min();
    }
}
