using System.Runtime.InteropServices;
using GridMap.Core.Geography;

namespace GridMap.Core.Response;

/// <summary>
/// All incidents in memory, a column for each attribute, so that any selection is counted by one pass; 50 bytes an incident.
/// Sums by cell are kept for the low zooms, and which incidents lie in a tile of zoom 14, so that a tile costs what it shows.
/// One writer, many readers: every answer is of one moment.
/// </summary>
public sealed class IncidentCube : IDisposable
{
    /// <summary>Percentiles of fewer than this are not told.</summary>
    public const int FewestForPercentiles = 5;

    /// <summary>Above this zoom a tile is counted from its incidents, as they are few.</summary>
    private const int DeepestSums = 13;

    private const int BucketZoom = DeepestSums + 1;

    private const int CellsAcross = 1 << IncidentCell.TileDepth;

    private static readonly (Milestone? From, Milestone Until)[] Ends =
    [
        (null, Milestone.OnScene), (null, Milestone.Registered), (Milestone.Registered, Milestone.Assigned), (Milestone.Assigned, Milestone.Departed),
        (Milestone.Departed, Milestone.OnScene), (Milestone.OnScene, Milestone.Feedback), (Milestone.Feedback, Milestone.Closed), (null, Milestone.Closed),
    ];

    private readonly ReaderWriterLockSlim _lock = new(LockRecursionPolicy.SupportsRecursion);
    private readonly Dictionary<Guid, int> _rows = [];
    private readonly Dictionary<TileKey, List<int>> _buckets = [];
    private readonly Dictionary<TileKey, int[]> _sums = [];
    private readonly Dictionary<int, ushort> _classIndex = [];
    private readonly List<int> _classes = [];
    private readonly List<int> _column = [];
    private readonly List<int> _row = [];
    private readonly List<int> _grid = [];
    private readonly List<ushort> _class = [];
    private readonly List<byte> _source = [];
    private readonly List<byte> _hour = [];
    private readonly List<bool> _isOnTime = [];
    private readonly List<bool> _counts = [];
    private readonly List<uint> _reportedAt = [];
    private readonly List<uint> _dueAt = [];
    private readonly List<int>[] _reached = [.. Enum.GetValues<Milestone>().Select(_ => new List<int>())];

    /// <summary>How many incidents are held, those that count in no figure included.</summary>
    public int Count => Read(() => _rows.Count);

    public void Dispose() => _lock.Dispose();

    /// <summary>Asks several things of one moment: nothing is taken in between.</summary>
    public T AtOnce<T>(Func<IncidentCube, T> ask) => Read(() => ask(this));

    /// <summary>Takes in new incidents and what became of those it has; all of them are seen at once.</summary>
    public void Put(IReadOnlyCollection<IncidentRecord> incidents)
    {
        _lock.EnterWriteLock();
        try
        {
            foreach (var incident in incidents)
            {
                Put(incident);
            }
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    /// <summary>Holds these and no others from now on.</summary>
    public void Replace(IReadOnlyCollection<IncidentRecord> incidents)
    {
        _lock.EnterWriteLock();
        try
        {
            _rows.Clear();
            _buckets.Clear();
            _sums.Clear();
            Resize(0);
            foreach (var incident in incidents)
            {
                Put(incident);
            }
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    /// <summary>Counts the incidents of a tile by its 64 × 64 cells, row by row from the north-west.</summary>
    /// <returns>4,096 counts, or null where the tile is empty.</returns>
    public int[]? CountCells(int zoom, int column, int row, IncidentSelection selection) => Read(() =>
    {
        if (selection.IsEverything && zoom <= DeepestSums)
        {
            return _sums.TryGetValue(new TileKey(zoom, column, row), out var sums) ? (int[])sums.Clone() : null;
        }

        var counter = new CellCounter(this, new RowFilter(this, selection), zoom, column, row);
        if (zoom >= BucketZoom)
        {
            var up = zoom - BucketZoom;
            counter.Add(_buckets.GetValueOrDefault(new TileKey(BucketZoom, column >> up, row >> up)));
            return counter.Counts;
        }

        var across = 1L << (BucketZoom - zoom);
        if (across * across > _buckets.Count)
        {
            counter.AddAll();
            return counter.Counts;
        }

        for (var y = row * across; y < (row + 1) * across; y++)
        {
            for (var x = column * across; x < (column + 1) * across; x++)
            {
                counter.Add(_buckets.GetValueOrDefault(new TileKey(BucketZoom, (int)x, (int)y)));
            }
        }

        return counter.Counts;
    });

    /// <summary>Counts the incidents on a lattice, row by row; those beside it are left out.</summary>
    public int[] CountCells(CellLattice lattice, IncidentSelection selection) => Read(() =>
    {
        var counts = new int[lattice.Columns * lattice.Rows];
        var filter = new RowFilter(this, selection);
        for (var index = 0; index < _column.Count; index++)
        {
            var column = (int)Math.Floor((_column[index] + 0.5 - lattice.West) / lattice.Step);
            var row = (int)Math.Floor((_row[index] + 0.5 - lattice.North) / lattice.Step);
            if (column >= 0 && column < lattice.Columns && row >= 0 && row < lattice.Rows && filter.Takes(index))
            {
                counts[(row * lattice.Columns) + column]++;
            }
        }

        return counts;
    });

    /// <summary>How many incidents each group has.</summary>
    /// <param name="parents">As for <see cref="Times"/>.</param>
    public IReadOnlyDictionary<int, int> Counts(IncidentSelection selection, IncidentGrouping grouping, IReadOnlyDictionary<int, int>? parents = null) => Read(() =>
    {
        var counts = new Dictionary<int, int>();
        var filter = new RowFilter(this, selection);
        for (var row = 0; row < _column.Count; row++)
        {
            if (filter.Takes(row) && GroupOf(row, grouping, parents) is { } group)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, group, out _)++;
            }
        }

        return (IReadOnlyDictionary<int, int>)counts;
    });

    /// <summary>How long incidents took for a segment, by group.</summary>
    /// <param name="parents">Of each grid the area to count it in, when grouping by grid; null counts each grid for itself. Grids that are missing count in none.</param>
    /// <returns>A line for each group that has an incident, in order of the group.</returns>
    public IReadOnlyList<SegmentTimes> Times(
        IncidentSelection selection, Segment segment, IncidentGrouping grouping, IReadOnlyDictionary<int, int>? parents = null) => Read(() =>
    {
        var groups = new Dictionary<int, GroupValues>();
        var filter = new RowFilter(this, selection);
        var (from, until) = Ends[(int)segment];
        var start = from is { } begun ? CollectionsMarshal.AsSpan(_reached[(int)begun]) : default;
        var end = CollectionsMarshal.AsSpan(_reached[(int)until]);
        for (var row = 0; row < end.Length; row++)
        {
            if (!filter.Takes(row) || GroupOf(row, grouping, parents) is not { } group)
            {
                continue;
            }

            ref var values = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, group, out _);
            values ??= new GroupValues();
            values.Incidents++;
            var since = start.IsEmpty ? 0 : start[row];
            // What has been reached in another order has no length.
            if (since >= 0 && end[row] >= since)
            {
                values.Seconds.Add(end[row] - since);
            }
        }

        return (IReadOnlyList<SegmentTimes>)[.. groups.OrderBy(group => group.Key).Select(group => Sum(group.Key, group.Value))];
    });

    /// <summary>How many incidents were closed no later than due, of those due in the period; here the period of the selection is of deadlines.</summary>
    /// <param name="parents">As for <see cref="Times"/>.</param>
    public IReadOnlyList<OnTime> OnTimeShares(IncidentSelection selection, IncidentGrouping grouping, IReadOnlyDictionary<int, int>? parents = null) => Read(() =>
    {
        var groups = new Dictionary<int, (int Due, int Closed, int OnTime)>();
        var filter = new RowFilter(this, selection with { From = 0, Until = uint.MaxValue });
        var due = CollectionsMarshal.AsSpan(_dueAt);
        var closed = CollectionsMarshal.AsSpan(_reached[(int)Milestone.Closed]);
        for (var row = 0; row < due.Length; row++)
        {
            if (due[row] == 0 || due[row] < selection.From || due[row] >= selection.Until || !filter.Takes(row) || GroupOf(row, grouping, parents) is not { } group)
            {
                continue;
            }

            ref var sums = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, group, out _);
            var isClosed = closed[row] >= 0;
            sums = (sums.Due + 1, sums.Closed + (isClosed ? 1 : 0), sums.OnTime + (isClosed && _isOnTime[row] ? 1 : 0));
        }

        return (IReadOnlyList<OnTime>)[.. groups.OrderBy(group => group.Key).Select(group => new OnTime(group.Key, group.Value.Due, group.Value.Closed, group.Value.OnTime))];
    });

    private static SegmentTimes Sum(int group, GroupValues values)
    {
        var seconds = CollectionsMarshal.AsSpan(values.Seconds);
        if (seconds.Length < FewestForPercentiles)
        {
            return new SegmentTimes(group, values.Incidents, seconds.Length, null);
        }

        seconds.Sort();
        return new SegmentTimes(group, values.Incidents, seconds.Length, new SegmentPercentiles(
            Percentiles.Continuous(seconds, 0.5), Percentiles.Continuous(seconds, 0.8), Percentiles.Continuous(seconds, 0.9), Percentiles.Continuous(seconds, 0.95)));
    }

    private int? GroupOf(int row, IncidentGrouping grouping, IReadOnlyDictionary<int, int>? parents) => grouping switch
    {
        IncidentGrouping.Grid when parents is not null => parents.TryGetValue(_grid[row], out var parent) ? parent : null,
        IncidentGrouping.Grid => _grid[row] == 0 ? null : _grid[row],
        IncidentGrouping.Class => _classes[_class[row]],
        IncidentGrouping.HourOfWeek => _hour[row],
        IncidentGrouping.Source => _source[row],
        _ => 0,
    };

    private void Put(in IncidentRecord incident)
    {
        if (_rows.TryGetValue(incident.Id, out var row))
        {
            Leave(row);
        }
        else
        {
            row = _rows.Count;
            _rows.Add(incident.Id, row);
            Resize(row + 1);
        }

        var cell = IncidentCell.Of(incident.Position);
        (_column[row], _row[row]) = (cell.Column, cell.Row);
        (_grid[row], _class[row], _source[row], _hour[row]) = (incident.Grid, ClassIndex(incident.Class), incident.Source, incident.HourOfWeek);
        (_reportedAt[row], _dueAt[row], _isOnTime[row], _counts[row]) = (incident.ReportedAt, incident.DueAt, incident.IsOnTime, incident.Counts);
        var reached = incident.Reached;
        ReadOnlySpan<int> times = [reached.Registered, reached.Assigned, reached.Departed, reached.OnScene, reached.Feedback, reached.Closed];
        for (var milestone = 0; milestone < times.Length; milestone++)
        {
            _reached[milestone][row] = times[milestone];
        }

        Enter(row);
    }

    private void Enter(int row)
    {
        Bucket(row).Add(row);
        AddToSums(row, 1);
    }

    private void Leave(int row)
    {
        Bucket(row).Remove(row);
        AddToSums(row, -1);
    }

    private List<int> Bucket(int row)
    {
        ref var bucket = ref CollectionsMarshal.GetValueRefOrAddDefault(_buckets, KeyOf(row, BucketZoom), out _);
        return bucket ??= [];
    }

    private void AddToSums(int row, int number)
    {
        if (!_counts[row])
        {
            return;
        }

        for (var zoom = 0; zoom <= DeepestSums; zoom++)
        {
            ref var sums = ref CollectionsMarshal.GetValueRefOrAddDefault(_sums, KeyOf(row, zoom), out _);
            sums ??= new int[CellsAcross * CellsAcross];
            var shift = IncidentCell.Depth - IncidentCell.TileDepth - zoom;
            sums[(((_row[row] >> shift) & (CellsAcross - 1)) * CellsAcross) + ((_column[row] >> shift) & (CellsAcross - 1))] += number;
        }
    }

    private TileKey KeyOf(int row, int zoom) => new(zoom, _column[row] >> (IncidentCell.Depth - zoom), _row[row] >> (IncidentCell.Depth - zoom));

    private ushort ClassIndex(int code)
    {
        if (!_classIndex.TryGetValue(code, out var index))
        {
            index = checked((ushort)_classes.Count);
            _classIndex.Add(code, index);
            _classes.Add(code);
        }

        return index;
    }

    private void Resize(int count)
    {
        CollectionsMarshal.SetCount(_column, count);
        CollectionsMarshal.SetCount(_row, count);
        CollectionsMarshal.SetCount(_grid, count);
        CollectionsMarshal.SetCount(_class, count);
        CollectionsMarshal.SetCount(_source, count);
        CollectionsMarshal.SetCount(_hour, count);
        CollectionsMarshal.SetCount(_isOnTime, count);
        CollectionsMarshal.SetCount(_counts, count);
        CollectionsMarshal.SetCount(_reportedAt, count);
        CollectionsMarshal.SetCount(_dueAt, count);
        foreach (var times in _reached)
        {
            CollectionsMarshal.SetCount(times, count);
        }
    }

    private T Read<T>(Func<T> answer)
    {
        _lock.EnterReadLock();
        try
        {
            return answer();
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    private readonly record struct TileKey(int Zoom, int Column, int Row);

    private sealed class GroupValues
    {
        public int Incidents { get; set; }

        public List<int> Seconds { get; } = [];
    }

    /// <summary>A selection as tables to look up in, one for each column.</summary>
    private sealed class RowFilter(IncidentCube cube, IncidentSelection selection)
    {
        private readonly bool[]? _classes = selection.Classes is { } classes ? [.. cube._classes.Select(classes.Contains)] : null;
        private readonly bool[]? _grids = selection.Grids is { } grids ? Flags(grids) : null;
        private readonly bool[]? _hours = selection.HoursOfWeek is { } hours ? [.. hours] : null;

        public bool Takes(int row) =>
            cube._counts[row]
            && cube._reportedAt[row] >= selection.From && cube._reportedAt[row] < selection.Until
            && (_classes is null || _classes[cube._class[row]])
            && (_hours is null || _hours[cube._hour[row]])
            && (_grids is null || (cube._grid[row] < _grids.Length && _grids[cube._grid[row]]))
            && (selection.Sources >> cube._source[row] & 1) == 1;

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

    /// <summary>Counts rows into the cells of one tile.</summary>
    private sealed class CellCounter(IncidentCube cube, RowFilter filter, int zoom, int column, int row)
    {
        private readonly int _shift = IncidentCell.Depth - IncidentCell.TileDepth - zoom;

        /// <summary>Null while nothing has been counted.</summary>
        public int[]? Counts { get; private set; }

        public void AddAll()
        {
            for (var index = 0; index < cube._column.Count; index++)
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
            var x = (cube._column[index] >> _shift) - (column << IncidentCell.TileDepth);
            var y = (cube._row[index] >> _shift) - (row << IncidentCell.TileDepth);
            if ((uint)x < CellsAcross && (uint)y < CellsAcross && filter.Takes(index))
            {
                Counts ??= new int[CellsAcross * CellsAcross];
                Counts[(y * CellsAcross) + x]++;
            }
        }
    }
}
