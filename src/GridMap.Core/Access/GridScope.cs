using System.Collections.Frozen;

namespace GridMap.Core.Access;

/// <summary>The grids a permission reaches: all there are and what lies in none, or some, or nothing.</summary>
public sealed class GridScope
{
    private readonly FrozenSet<int> _grids;

    private GridScope(FrozenSet<int> grids, bool isEverywhere)
    {
        _grids = grids;
        IsEverywhere = isEverywhere;
        Grids = isEverywhere ? null : [.. grids.Order()];
    }

    public static GridScope Everywhere { get; } = new(FrozenSet<int>.Empty, isEverywhere: true);

    public static GridScope Nowhere { get; } = new(FrozenSet<int>.Empty, isEverywhere: false);

    public bool IsEverywhere { get; }

    public bool IsNowhere => !IsEverywhere && _grids.Count == 0;

    /// <summary>The grids as a query takes them; null is everywhere.</summary>
    public int[]? Grids { get; }

    public static GridScope Of(IEnumerable<int> grids) => new(grids.ToFrozenSet(), isEverywhere: false);

    /// <summary>What lies in no grid is within reach only from everywhere.</summary>
    public bool Contains(int? gridId) => IsEverywhere || (gridId is { } id && _grids.Contains(id));

    /// <summary>What both reach.</summary>
    public GridScope And(GridScope other)
    {
        if (IsEverywhere || other.IsNowhere)
        {
            return other;
        }

        return other.IsEverywhere ? this : Of(_grids.Where(grid => other._grids.Contains(grid)));
    }

    /// <summary>Whether both reach the same grids.</summary>
    public bool Covers(GridScope other) => IsEverywhere == other.IsEverywhere && _grids.SetEquals(other._grids);
}
