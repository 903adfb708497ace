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

    private static readonly (Milestone? From, Milestone Until)[] Ends =
    [
        (null, Milestone.OnScene), (null, Milestone.Registered), (Milestone.Registered, Milestone.Assigned), (Milestone.Assigned, Milestone.Departed),
        (Milestone.Departed, Milestone.OnScene), (Milestone.OnScene, Milestone.Feedback), (Milestone.Feedback, Milestone.Closed), (null, Milestone.Closed),
    ];

    private readonly IncidentColumns _columns = new();
    private readonly ReaderWriterLockSlim _lock = new(LockRecursionPolicy.SupportsRecursion);
    /// <summary>How many incidents are held, those that count in no figure included.</summary>
    public int Count => Read(() => _columns.Rows.Count);

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
                _columns.Put(incident);
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
            _columns.Clear();
            foreach (var incident in incidents)
            {
                _columns.Put(incident);
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
        if (selection.IsEverything && zoom <= IncidentColumns.DeepestSums)
        {
            return _columns.Sums.TryGetValue(new TileKey(zoom, column, row), out var sums) ? (int[])sums.Clone() : null;
        }

        var counter = new CellCounter(_columns, new RowFilter(_columns, selection), zoom, column, row);
        if (zoom >= IncidentColumns.BucketZoom)
        {
            var up = zoom - IncidentColumns.BucketZoom;
            counter.Add(_columns.Buckets.GetValueOrDefault(new TileKey(IncidentColumns.BucketZoom, column >> up, row >> up)));
            return counter.Counts;
        }

        var across = 1L << (IncidentColumns.BucketZoom - zoom);
        if (across * across > _columns.Buckets.Count)
        {
            counter.AddAll();
            return counter.Counts;
        }

        for (var y = row * across; y < (row + 1) * across; y++)
        {
            for (var x = column * across; x < (column + 1) * across; x++)
            {
                counter.Add(_columns.Buckets.GetValueOrDefault(new TileKey(IncidentColumns.BucketZoom, (int)x, (int)y)));
            }
        }

        return counter.Counts;
    });

    /// <summary>Counts the incidents on a lattice, row by row; those beside it are left out.</summary>
    public int[] CountCells(CellLattice lattice, IncidentSelection selection) => Read(() =>
    {
        var counts = new int[lattice.Columns * lattice.Rows];
        var filter = new RowFilter(_columns, selection).Begin();
        for (var index = 0; index < _columns.Column.Count; index++)
        {
            var column = (int)Math.Floor((_columns.Column[index] + 0.5 - lattice.West) / lattice.Step);
            var row = (int)Math.Floor((_columns.Row[index] + 0.5 - lattice.North) / lattice.Step);
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
        var filter = new RowFilter(_columns, selection).Begin();
        for (var row = 0; row < _columns.Column.Count; row++)
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
        IncidentSelection selection, Segment segment, IncidentGrouping grouping, IReadOnlyDictionary<int, int>? parents = null) =>
        Times(selection, segment, row => GroupOf(row, grouping, parents));

    /// <summary>How long incidents took for a segment, by hexagon; those beside the lattice are left out.</summary>
    /// <returns>A line for each hexagon that has an incident, by its number.</returns>
    public IReadOnlyList<SegmentTimes> Times(IncidentSelection selection, Segment segment, HexLattice lattice) =>
        Times(selection, segment, row => lattice.Find(_columns.Column[row] + 0.5, _columns.Row[row] + 0.5));

    private IReadOnlyList<SegmentTimes> Times(IncidentSelection selection, Segment segment, Func<int, int?> groupOf) => Read(() =>
    {
        var groups = new Dictionary<int, GroupValues>();
        var filter = new RowFilter(_columns, selection).Begin();
        var (from, until) = Ends[(int)segment];
        var start = from is { } begun ? CollectionsMarshal.AsSpan(_columns.Reached[(int)begun]) : default;
        var end = CollectionsMarshal.AsSpan(_columns.Reached[(int)until]);
        for (var row = 0; row < end.Length; row++)
        {
            if (!filter.Takes(row) || groupOf(row) is not { } group)
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
        var filter = new RowFilter(_columns, selection with { From = 0, Until = uint.MaxValue }).Begin();
        var due = CollectionsMarshal.AsSpan(_columns.DueAt);
        var closed = CollectionsMarshal.AsSpan(_columns.Reached[(int)Milestone.Closed]);
        for (var row = 0; row < due.Length; row++)
        {
            if (due[row] == 0 || due[row] < selection.From || due[row] >= selection.Until || !filter.Takes(row) || GroupOf(row, grouping, parents) is not { } group)
            {
                continue;
            }

            ref var sums = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, group, out _);
            var isClosed = closed[row] >= 0;
            sums = (sums.Due + 1, sums.Closed + (isClosed ? 1 : 0), sums.OnTime + (isClosed && _columns.IsOnTime[row] ? 1 : 0));
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
        IncidentGrouping.Grid when parents is not null => parents.TryGetValue(_columns.Grid[row], out var parent) ? parent : null,
        IncidentGrouping.Grid => _columns.Grid[row] == 0 ? null : _columns.Grid[row],
        IncidentGrouping.Class => _columns.Classes[_columns.Class[row]],
        IncidentGrouping.HourOfWeek => _columns.Hour[row],
        IncidentGrouping.Source => _columns.Source[row],
        _ => 0,
    };

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

    private sealed class GroupValues
    {
        public int Incidents { get; set; }

        public List<int> Seconds { get; } = [];
    }
}
