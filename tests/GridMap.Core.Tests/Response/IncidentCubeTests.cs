using GridMap.Core.Geography;
using GridMap.Core.Response;

namespace GridMap.Core.Tests.Response;

public sealed class IncidentCubeTests
{
    private const uint Start = 1_760_000_000;

    private static readonly Segment[] AllSegments = Enum.GetValues<Segment>();

    /// <summary>What the cube keeps up to date equals what is counted anew from the records, after any inserts and corrections.</summary>
    [Fact]
    public void Everything_kept_equals_everything_counted_anew()
    {
        using var cube = new IncidentCube();
        var random = new Random(11);
        var records = new Dictionary<Guid, IncidentRecord>();
        for (var round = 0; round < 6; round++)
        {
            var batch = Enumerable.Range(0, 400).Select(_ =>
                Draw(random, records.Count > 200 && random.Next(3) == 0 ? records.Keys.ElementAt(random.Next(records.Count)) : Guid.NewGuid()))
                .DistinctBy(record => record.Id).ToArray();
            cube.Put(batch);
            foreach (var record in batch)
            {
                records[record.Id] = record;
            }

            Assert.Equal(records.Count, cube.Count);
            foreach (var selection in Selections(random))
            {
                CompareTiles(cube, selection, records.Values);
                CompareTimes(cube, selection, records.Values);
            }
        }
    }

    [Fact]
    public void Percentiles_of_too_few_are_not_told_but_counted()
    {
        using var cube = new IncidentCube();
        cube.Put([.. Enumerable.Range(0, 4).Select(i => Plain() with { Reached = MilestoneTimes.None with { OnScene = 60 * i } })]);
        var all = Assert.Single(cube.Times(IncidentSelection.Everything, Segment.Response, IncidentGrouping.All));
        Assert.Equal(new SegmentTimes(0, 4, 4, null), all);
        cube.Put([Plain() with { Reached = MilestoneTimes.None with { OnScene = 240 } }]);
        all = Assert.Single(cube.Times(IncidentSelection.Everything, Segment.Response, IncidentGrouping.All));
        Assert.Equal(new SegmentPercentiles(120, 192, 216, 228), all.Percentiles);
    }

    [Fact]
    public void A_voided_incident_leaves_every_figure()
    {
        using var cube = new IncidentCube();
        var incident = Plain();
        cube.Put([incident]);
        Assert.NotNull(cube.CountCells(0, 0, 0, IncidentSelection.Everything));
        cube.Put([incident with { Counts = false }]);
        Assert.Equal(0, cube.CountCells(0, 0, 0, IncidentSelection.Everything)?.Sum());
        Assert.Null(cube.CountCells(15, 0, 0, IncidentSelection.Everything));
        Assert.Empty(cube.Times(IncidentSelection.Everything, Segment.Whole, IncidentGrouping.All));
        Assert.Equal(1, cube.Count);
    }

    [Fact]
    public void Grids_that_are_in_no_parent_count_in_none()
    {
        using var cube = new IncidentCube();
        cube.Put([Plain() with { Grid = 5 }, Plain() with { Grid = 6 }, Plain() with { Grid = 7 }, Plain() with { Grid = 0 }]);
        var byCommunity = cube.Times(IncidentSelection.Everything, Segment.Response, IncidentGrouping.Grid, new Dictionary<int, int> { [5] = 50, [6] = 50 });
        Assert.Equal((50, 2), (byCommunity.Single().Group, byCommunity.Single().Incidents));
    }

    [Fact]
    public void A_milestone_reached_before_the_one_it_follows_has_no_length()
    {
        using var cube = new IncidentCube();
        cube.Put([Plain() with { Reached = new MilestoneTimes(100, 50, -1, -1, -1, -1) }]);
        Assert.Equal(0, cube.Times(IncidentSelection.Everything, Segment.Assigning, IncidentGrouping.All).Single().Count);
    }

    [Fact]
    public void Replaced_it_holds_nothing_of_before()
    {
        using var cube = new IncidentCube();
        cube.Put([Plain() with { DueAt = Start }]);
        cube.Replace([]);
        Assert.Equal(0, cube.Count);
        Assert.Null(cube.CountCells(0, 0, 0, IncidentSelection.Everything));
        Assert.Empty(cube.OnTimeShares(IncidentSelection.Everything, IncidentGrouping.All));
    }

    private static void CompareTiles(IncidentCube cube, IncidentSelection selection, IEnumerable<IncidentRecord> records)
    {
        var taken = records.Where(record => Takes(selection, record)).ToArray();
        foreach (var zoom in new[] { 0, 5, 12, 13, 14, 16, 22 })
        {
            var byTile = taken.GroupBy(record => CellAt(record, zoom) is var (x, y) ? (x >> 6, y >> 6) : default).ToArray();
            foreach (var tile in byTile.Take(5))
            {
                var expected = new int[4096];
                foreach (var (x, y) in tile.Select(record => CellAt(record, zoom)))
                {
                    expected[((y & 63) * 64) + (x & 63)]++;
                }

                Assert.Equal(expected, cube.CountCells(zoom, tile.Key.Item1, tile.Key.Item2, selection));
            }
        }
    }

    private static void CompareTimes(IncidentCube cube, IncidentSelection selection, IEnumerable<IncidentRecord> records)
    {
        var taken = records.Where(record => Takes(selection, record)).ToArray();
        var segment = AllSegments[taken.Length % AllSegments.Length];
        foreach (var times in cube.Times(selection, segment, IncidentGrouping.Class))
        {
            var group = taken.Where(record => record.Class == times.Group).ToArray();
            var seconds = group.Select(record => Length(record.Reached, segment)).OfType<int>().Order().ToArray();
            Assert.Equal((group.Length, seconds.Length), (times.Incidents, times.Count));
            Assert.Equal(seconds.Length < 5 ? null : Percentiles.Continuous(seconds, 0.9), times.Percentiles?.P90);
        }

        Assert.Equal(taken.Length, cube.Times(selection, segment, IncidentGrouping.HourOfWeek).Sum(times => times.Incidents));
        var due = records.Where(record => Takes(selection with { From = 0, Until = uint.MaxValue }, record) && record.DueAt != 0 && record.DueAt >= selection.From && record.DueAt < selection.Until).ToArray();
        var closed = due.Where(record => record.Reached.Closed >= 0).ToArray();
        var expected = new OnTime(0, due.Length, closed.Length, closed.Count(record => record.IsOnTime));
        Assert.Equal(expected, cube.OnTimeShares(selection, IncidentGrouping.All).SingleOrDefault(new OnTime(0, 0, 0, 0)));
    }

    private static int? Length(MilestoneTimes reached, Segment segment)
    {
        var (from, until) = segment switch
        {
            Segment.Response => (0, reached.OnScene),
            Segment.Registering => (0, reached.Registered),
            Segment.Assigning => (reached.Registered, reached.Assigned),
            Segment.Departing => (reached.Assigned, reached.Departed),
            Segment.Travelling => (reached.Departed, reached.OnScene),
            Segment.Handling => (reached.OnScene, reached.Feedback),
            Segment.Closing => (reached.Feedback, reached.Closed),
            _ => (0, reached.Closed),
        };
        return from < 0 || until < from ? null : until - from;
    }

    private static bool Takes(IncidentSelection selection, IncidentRecord record) =>
        record.Counts && record.ReportedAt >= selection.From && record.ReportedAt < selection.Until
        && selection.Grids?.Contains(record.Grid) != false && selection.Classes?.Contains(record.Class) != false
        && ((selection.Sources >> record.Source) & 1) == 1 && selection.HoursOfWeek?[record.HourOfWeek] != false;

    private static (int X, int Y) CellAt(IncidentRecord record, int zoom)
    {
        var cell = IncidentCell.Of(record.Position);
        return (cell.Column >> (22 - zoom), cell.Row >> (22 - zoom));
    }

    private static IEnumerable<IncidentSelection> Selections(Random random) =>
    [
        IncidentSelection.Everything,
        new IncidentSelection(From: Start + 100_000, Until: Start + 700_000),
        new IncidentSelection(Grids: new HashSet<int> { 1, 2, 9 }),
        new IncidentSelection(Classes: new HashSet<int> { 10101, 20203, 99999 }, Sources: 0b101),
        new IncidentSelection(HoursOfWeek: [.. Enumerable.Range(0, 168).Select(_ => random.Next(2) == 0)]),
    ];

    private static IncidentRecord Plain() => new(
        Guid.NewGuid(), new Position(113, 40), 1, 10101, 0, Start, 0, 0, MilestoneTimes.None, IsOnTime: false, Counts: true);

    private static IncidentRecord Draw(Random random, Guid id)
    {
        int[] classes = [10101, 10102, 20203];
        var reported = Start + (uint)random.Next(1_000_000);
        var passed = 0;
        int Next() => random.Next(10) == 0 ? -1 : passed += random.Next(5000);
        return new IncidentRecord(
            id, new Position(113 + (random.NextDouble() * 0.3), 40 + (random.NextDouble() * 0.2)), random.Next(12), classes[random.Next(3)], (byte)random.Next(3),
            reported, (byte)random.Next(168), random.Next(5) == 0 ? 0 : reported + (uint)random.Next(40_000),
            new MilestoneTimes(Next(), Next(), Next(), Next(), Next(), Next()), random.Next(2) == 0, random.Next(20) > 0);
    }
}
