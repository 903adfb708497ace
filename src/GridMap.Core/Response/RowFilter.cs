namespace GridMap.Core.Response;

/// <summary>A selection as tables to look up in, one for each column.</summary>
internal sealed class RowFilter(IncidentColumns columns, IncidentSelection selection)
{
    private readonly bool[]? _classes = selection.Classes is { } classes ? [.. columns.Classes.Select(classes.Contains)] : null;
    private readonly bool[]? _grids = selection.Grids is { } grids ? Flags(grids) : null;
    private readonly bool[]? _hours = selection.HoursOfWeek is { } hours ? [.. hours] : null;

    public bool Takes(int row) =>
        columns.Counts[row]
        && columns.ReportedAt[row] >= selection.From && columns.ReportedAt[row] < selection.Until
        && (_classes is null || _classes[columns.Class[row]])
        && (_hours is null || _hours[columns.Hour[row]])
        && (_grids is null || (columns.Grid[row] < _grids.Length && _grids[columns.Grid[row]]))
        && (selection.Sources >> columns.Source[row] & 1) == 1;

    private static bool[] Flags(IReadOnlySet<int> grids)
    {
        var flags = new bool[grids.DefaultIfEmpty(0).Max() + 1];
        foreach (var grid in grids.Where(grid => grid > 0))
        {
            flags[grid] = true;
        }

        return flags;
    }
}
