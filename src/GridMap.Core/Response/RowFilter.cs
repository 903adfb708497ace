using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GridMap.Core.Response;

/// <summary>A selection as tables to look up in, one for each column. To be used while nothing is taken in.</summary>
internal sealed class RowFilter
{
    private readonly IncidentColumns _columns;
    private readonly bool[] _classes;
    private readonly bool[] _hours;
    private readonly bool[]? _grids;
    private readonly uint _from;
    private readonly uint _length;
    private readonly uint _sources;

    public RowFilter(IncidentColumns columns, IncidentSelection selection)
    {
        _columns = columns;
        _classes = [.. columns.Classes.Select(code => selection.Classes?.Contains(code) != false)];
        _hours = selection.HoursOfWeek is { } hours ? [.. hours] : [.. Enumerable.Repeat(true, 168)];
        _grids = selection.Grids is { } grids ? Flags(grids) : null;
        (_from, _length, _sources) = (selection.From, selection.Until - selection.From, selection.Sources);
    }

    /// <summary>Looks at the columns as they are now.</summary>
    public Rows Begin() => new(this);

    private static bool[] Flags(IReadOnlySet<int> grids)
    {
        var flags = new bool[grids.DefaultIfEmpty(0).Max() + 1];
        foreach (var grid in grids.Where(grid => grid > 0))
        {
            flags[grid] = true;
        }

        return flags;
    }

    /// <summary>The columns without the lists around them.</summary>
    public readonly ref struct Rows(RowFilter filter)
    {
        private readonly ReadOnlySpan<bool> _counts = CollectionsMarshal.AsSpan(filter._columns.Counts);
        private readonly ReadOnlySpan<byte> _hour = CollectionsMarshal.AsSpan(filter._columns.Hour);
        private readonly ReadOnlySpan<ushort> _class = CollectionsMarshal.AsSpan(filter._columns.Class);
        private readonly ReadOnlySpan<byte> _source = CollectionsMarshal.AsSpan(filter._columns.Source);
        private readonly ReadOnlySpan<uint> _reportedAt = CollectionsMarshal.AsSpan(filter._columns.ReportedAt);
        private readonly ReadOnlySpan<int> _grid = CollectionsMarshal.AsSpan(filter._columns.Grid);
        private readonly ReadOnlySpan<bool> _classes = filter._classes;
        private readonly ReadOnlySpan<bool> _hours = filter._hours;
        private readonly ReadOnlySpan<bool> _grids = filter._grids;
        private readonly bool _hasGrids = filter._grids is not null;
        private readonly uint _from = filter._from;
        private readonly uint _length = filter._length;
        private readonly uint _sources = filter._sources;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Takes(int row) =>
            _classes[_class[row]] && _hours[_hour[row]] && _counts[row]
            && _reportedAt[row] - _from < _length
            && (_sources >> _source[row] & 1) == 1
            && (!_hasGrids || ((uint)_grid[row] < (uint)_grids.Length && _grids[_grid[row]]));
    }
}
