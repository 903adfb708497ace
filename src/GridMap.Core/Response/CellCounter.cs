using System.Runtime.InteropServices;

namespace GridMap.Core.Response;

/// <summary>Counts rows into the cells of one tile.</summary>
internal sealed class CellCounter(IncidentColumns columns, RowFilter filter, int zoom, int column, int row)
{
    private readonly int _shift = IncidentCell.Depth - IncidentCell.TileDepth - zoom;

    /// <summary>Null while nothing has been counted.</summary>
    public int[]? Counts { get; private set; }

    public void AddAll()
    {
        for (var index = 0; index < columns.Column.Count; index++)
        {
            Add(index);
        }
    }

    public void Add(List<int>? rows)
    {
        foreach (var index in CollectionsMarshal.AsSpan(rows))
        {
            Add(index);
        }
    }

    private void Add(int index)
    {
        var x = (columns.Column[index] >> _shift) - (column << IncidentCell.TileDepth);
        var y = (columns.Row[index] >> _shift) - (row << IncidentCell.TileDepth);
        if ((uint)x < IncidentColumns.CellsAcross && (uint)y < IncidentColumns.CellsAcross && filter.Takes(index))
        {
            Counts ??= new int[IncidentColumns.CellsAcross * IncidentColumns.CellsAcross];
            Counts[(y * IncidentColumns.CellsAcross) + x]++;
        }
    }
}
