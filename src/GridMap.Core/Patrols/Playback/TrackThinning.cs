namespace GridMap.Core.Patrols.Playback;

/// <summary>
/// Leaves out of a track what can be told from the rest. Kept are as few fixes as it takes for the patrol, moved evenly from each kept fix to the next, never to
/// be farther than a tolerance from where it really was at that time: the time-ratio form of the Douglas–Peucker algorithm, by the synchronised Euclidean
/// distance (N. Meratnia and R. de By, Spatiotemporal compression techniques for moving point objects, EDBT 2004).
/// </summary>
public static class TrackThinning
{
    /// <summary>Less than a receiver among houses is off.</summary>
    public const double ToleranceMeters = 5;

    /// <summary>No two kept fixes are farther apart than this, unless the track has nothing between them: who stands still is still heard of.</summary>
    public const long LongestMilliseconds = 60_000;

    private const double MetersPerStep = 0.1113;

    /// <summary>Which fixes of one patrol to keep, as indices in order; kept in any case are both ends, both sides of a gap, and both fixes around either edge of the slice.</summary>
    /// <param name="fixes">Of one patrol in order of time: at most one before the slice, those in it, at most one after it.</param>
    public static List<int> Keep(IReadOnlyList<TrackFix> fixes, TrackSlice slice)
    {
        var kept = new List<int>();
        if (fixes.Count == 0)
        {
            return kept;
        }

        var start = 0;
        for (var index = 0; index < fixes.Count; index++)
        {
            if (index == fixes.Count - 1 || IsKept(fixes, index, slice))
            {
                Between(fixes, start, index, kept);
                kept.Add(index);
                start = index;
            }
        }

        return kept;
    }

    private static bool IsKept(IReadOnlyList<TrackFix> fixes, int index, TrackSlice slice) =>
        index == 0
        || EndsHere(fixes[index - 1].At, fixes[index].At, slice)
        || EndsHere(fixes[index].At, fixes[index + 1].At, slice);

    /// <summary>Whether a stretch is one that both slices beside an edge have to tell alike, or one that nothing is known of.</summary>
    private static bool EndsHere(long from, long to, TrackSlice slice) =>
        to - from > TrackSlice.GapMilliseconds || (from < slice.Start && to >= slice.Start) || (from < slice.End && to >= slice.End);

    /// <summary>Adds what has to be kept between two kept fixes, in order.</summary>
    private static void Between(IReadOnlyList<TrackFix> fixes, int first, int last, List<int> kept)
    {
        var open = new Stack<(int First, int Last)>();
        open.Push((first, last));
        while (open.TryPop(out var stretch))
        {
            if (FindSplit(fixes, stretch.First, stretch.Last) is not { } split)
            {
                if (stretch.Last != last)
                {
                    kept.Add(stretch.Last);
                }

                continue;
            }

            open.Push((split, stretch.Last));
            open.Push((stretch.First, split));
        }
    }

    private static int? FindSplit(IReadOnlyList<TrackFix> fixes, int first, int last)
    {
        if (last - first < 2)
        {
            return null;
        }

        var (from, to) = (fixes[first], fixes[last]);
        var narrow = Math.Cos((from.Place.Y / Geography.GlobeSteps.PerDegree - 90) * Math.PI / 180);
        var (worst, farthest) = (first, ToleranceMeters);
        for (var index = first + 1; index < last; index++)
        {
            var fix = fixes[index];
            var share = (double)(fix.At - from.At) / (to.At - from.At);
            var east = (fix.Place.X - from.Place.X - share * (to.Place.X - from.Place.X)) * MetersPerStep * narrow;
            var north = (fix.Place.Y - from.Place.Y - share * (to.Place.Y - from.Place.Y)) * MetersPerStep;
            var distance = Math.Sqrt(east * east + north * north);
            if (distance > farthest)
            {
                (worst, farthest) = (index, distance);
            }
        }

        return worst != first ? worst : to.At - from.At > LongestMilliseconds ? Middle(fixes, first, last) : null;
    }

    /// <summary>The fix that is nearest to half of the time between two.</summary>
    private static int Middle(IReadOnlyList<TrackFix> fixes, int first, int last)
    {
        var half = (fixes[first].At + fixes[last].At) / 2;
        var index = first + 1;
        while (index < last - 1 && fixes[index].At < half)
        {
            index++;
        }

        return index;
    }
}
