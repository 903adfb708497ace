using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace GridMap.Core.Response;

/// <summary>Counts rows into the cells of one tile.</summary>
internal sealed class CellCounter(IncidentColumns columns, RowFilter filter, int zoom, int column, int row)
{
    /// <summary>Below this one processor is done before others have begun.</summary>
    private const int WorthSharing = 100_000;

    private readonly int _shift = IncidentCell.Depth - IncidentCell.TileDepth - zoom;

    /// <summary>Null while nothing has been counted.</summary>
    public int[]? Counts { get; private set; }

    /// <summary>Counts every row, by several processors where there are many.</summary>
    public void AddAll()
    {
        if (columns.Column.Count < WorthSharing)
        {
            Counts = CountRange(0, columns.Column.Count);
            return;
        }

        var parts = new ConcurrentBag<int[]>();
        Parallel.ForEach(Partitioner.Create(0, columns.Column.Count), range =>
        {
            if (CountRange(range.Item1, range.Item2) is { } part)
            {
                parts.Add(part);
            }
        });
        foreach (var part in parts)
        {
            Counts = Counts is null ? part : Sum(Counts, part);
        }
    }

    /// <summary>Counts some rows.</summary>
    public void Add(List<int>? rows)
    {
        var taken = filter.Begin();
        var x = CollectionsMarshal.AsSpan(columns.Column);
        var y = CollectionsMarshal.AsSpan(columns.Row);
        foreach (var index in CollectionsMarshal.AsSpan(rows))
        {
            if (CellAt(x[index], y[index]) is >= 0 and var cell && taken.Takes(index))
            {
                (Counts ??= New())[cell]++;
            }
        }
    }

    private static int[] New() => new int[IncidentColumns.CellsAcross * IncidentColumns.CellsAcross];

    private static int[] Sum(int[] sum, int[] part)
    {
        for (var cell = 0; cell < sum.Length; cell++)
        {
            sum[cell] += part[cell];
        }

        return sum;
    }

    private int[]? CountRange(int from, int until)
    {
        int[]? counts = null;
        var taken = filter.Begin();
        var x = CollectionsMarshal.AsSpan(columns.Column);
        var y = CollectionsMarshal.AsSpan(columns.Row);
        for (var index = from; index < until; index++)
        {
            if (taken.Takes(index) && CellAt(x[index], y[index]) is >= 0 and var cell)
            {
                (counts ??= New())[cell]++;
            }
        }

        return counts;
    }

    /// <summary>The cell of the tile, or a negative number beside it.</summary>
    private int CellAt(int x, int y)
    {
        var (left, top) = ((x >> _shift) - (column << IncidentCell.TileDepth), (y >> _shift) - (row << IncidentCell.TileDepth));
        return (uint)left < IncidentColumns.CellsAcross && (uint)top < IncidentColumns.CellsAcross ? (top * IncidentColumns.CellsAcross) + left : -1;
    }
}
