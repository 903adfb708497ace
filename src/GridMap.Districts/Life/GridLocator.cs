using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace GridMap.Districts.Life;

/// <summary>The grid a position lies in, by the same rule as the database: on a shared border the lowest id.</summary>
public sealed class GridLocator
{
    private readonly STRtree<(int Id, IndexedPointInAreaLocator Inside)> _tree = new();

    public GridLocator(IEnumerable<LifeGrid> grids)
    {
        foreach (var grid in grids)
        {
            _tree.Insert(grid.Shape.EnvelopeInternal, (grid.Id, new IndexedPointInAreaLocator(grid.Shape)));
        }

        _tree.Build();
    }

    /// <summary>Null outside the mosaic.</summary>
    public int? Find(Coordinate position)
    {
        int? lowest = null;
        foreach (var (id, inside) in _tree.Query(new Envelope(position)))
        {
            if ((lowest is null || id < lowest) && inside.Locate(position) != Location.Exterior)
                lowest = id;
        }

        return lowest;
    }
}
