using GridMap.Core.Geography;
using GridMap.Core.Patrols.Playback;

namespace GridMap.Core.Tests.Patrols.Playback;

public sealed class TrackThinningTests
{
    private static readonly TrackSlice Slice = TrackSlice.Of(new DateTimeOffset(2026, 6, 3, 1, 25, 0, TimeSpan.Zero));

    [Fact]
    public void A_slice_begins_at_a_whole_multiple()
    {
        Assert.Equal(new DateTimeOffset(2026, 6, 3, 1, 20, 0, TimeSpan.Zero).ToUnixTimeMilliseconds(), Slice.Start);
        Assert.Equal(Slice, TrackSlice.At(Slice.Start / 1000));
        Assert.Null(TrackSlice.At(Slice.Start / 1000 + 1));
        Assert.Null(TrackSlice.At(-TrackSlice.Seconds));
        Assert.Null(TrackSlice.At(long.MaxValue));
        Assert.Equal(-TrackSlice.Milliseconds, TrackSlice.Of(DateTimeOffset.UnixEpoch.AddSeconds(-1)).Start);
    }

    [Fact]
    public void Whoever_walks_straight_on_is_told_by_one_fix_a_minute_and_both_ends()
    {
        var fixes = Enumerable.Range(0, 60).Select(index => Fix(index * 10, index * 100, index * 50)).ToList();
        var kept = TrackThinning.Keep(fixes, Slice);
        Assert.Equal((0, 59), (kept[0], kept[^1]));
        Assert.InRange(kept.Count, 10, 21);
        Assert.All(kept.Zip(kept.Skip(1)), pair => Assert.InRange(fixes[pair.Second].At - fixes[pair.First].At, 1, TrackThinning.LongestMilliseconds));
    }

    [Fact]
    public void A_corner_is_kept_and_what_is_between_is_not()
    {
        List<TrackFix> fixes = [Fix(0, 0, 0), Fix(10, 200, 0), Fix(20, 400, 0), Fix(30, 400, 200), Fix(40, 400, 400)];
        Assert.Equal([0, 2, 4], TrackThinning.Keep(fixes, Slice));
    }

    /// <summary>Random walks with pauses, jumps and silences: wherever the track is known, the thinned one is within the tolerance at every fix.</summary>
    [Fact]
    public void At_every_fix_that_is_left_out_the_rest_tells_where_it_was()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var fixes = Walk(new Random(seed));
            var kept = TrackThinning.Keep(fixes, Slice);
            Assert.Equal(kept.Distinct().Order(), kept);
            for (var index = 0; index < fixes.Count; index++)
            {
                Assert.InRange(DistanceMeters(fixes[index], At(fixes, kept, fixes[index].At)), 0, TrackThinning.ToleranceMeters + 0.1);
            }
        }
    }

    /// <summary>Two slices that meet are thinned each by itself, and yet tell the same place of every moment between the fixes around their edge.</summary>
    [Fact]
    public void A_track_does_not_jump_where_slices_meet()
    {
        var next = new TrackSlice(Slice.End);
        for (var seed = 0; seed < 200; seed++)
        {
            var walk = Walk(new Random(seed), seconds: 2 * TrackSlice.Seconds);
            var (first, second) = (Of(walk, Slice), Of(walk, next));
            if (second.Count == 0 || second[0].At >= next.Start || first[^1].At < Slice.End)
            {
                continue;
            }

            var (before, after) = (second[0], first[^1]);
            foreach (var at in new[] { before.At, (before.At + after.At) / 2, Slice.End, after.At })
            {
                var (there, here) = (At(first, TrackThinning.Keep(first, Slice), at), At(second, TrackThinning.Keep(second, next), at));
                Assert.InRange(DistanceMeters(there, here), 0, 0.2);
            }
        }
    }

    [Fact]
    public void Both_sides_of_a_silence_are_kept_so_that_it_is_seen()
    {
        List<TrackFix> fixes = [Fix(0, 0, 0), Fix(10, 0, 0), Fix(20, 0, 0), Fix(200, 0, 0), Fix(210, 0, 0), Fix(220, 0, 0)];
        Assert.Equal([0, 2, 3, 5], TrackThinning.Keep(fixes, Slice));
    }

    [Fact]
    public void Nothing_and_a_single_fix_stay_as_they_are()
    {
        Assert.Empty(TrackThinning.Keep([], Slice));
        Assert.Equal([0], TrackThinning.Keep([Fix(5, 0, 0)], Slice));
    }

    /// <summary>What is loaded for a slice: the last fix before it, those in it, and the next one if it comes soon.</summary>
    private static List<TrackFix> Of(List<TrackFix> walk, TrackSlice slice) =>
    [
        .. walk.Where(fix => fix.At < slice.Start && fix.At >= slice.Start - TrackSlice.LeadMilliseconds).TakeLast(1),
        .. walk.Where(fix => fix.At >= slice.Start && fix.At < slice.End),
        .. walk.Where(fix => fix.At >= slice.End && fix.At < slice.End + TrackSlice.GapMilliseconds).Take(1),
    ];

    private static List<TrackFix> Walk(Random random, int seconds = TrackSlice.Seconds)
    {
        var (walk, x, y, second) = (new List<TrackFix>(), 0, 0, random.Next(30));
        while (second < seconds)
        {
            walk.Add(Fix(second, x, y));
            second += random.Next(20) == 0 ? random.Next(60, 400) : random.Next(1, 15);
            (x, y) = random.Next(4) == 0 ? (x, y) : (x + random.Next(-150, 150), y + random.Next(-150, 150));
        }

        return walk;
    }

    private static TrackFix Fix(int second, int east, int north) =>
        new(Slice.Start + second * 1000L, new GlobeSteps(293_000_000 + east, 130_000_000 + north));

    private static TrackFix At(List<TrackFix> fixes, List<int> kept, long at)
    {
        var after = kept.FindIndex(index => fixes[index].At >= at);
        if (after <= 0)
        {
            return fixes[kept[0]];
        }

        var (from, to) = (fixes[kept[after - 1]], fixes[kept[after]]);
        var share = (double)(at - from.At) / (to.At - from.At);
        return new TrackFix(at, new GlobeSteps(
            (int)Math.Round(from.Place.X + share * (to.Place.X - from.Place.X)), (int)Math.Round(from.Place.Y + share * (to.Place.Y - from.Place.Y))));
    }

    private static double DistanceMeters(TrackFix from, TrackFix to) => Ellipsoid.DistanceMeters(from.Place.Position, to.Place.Position);
}
