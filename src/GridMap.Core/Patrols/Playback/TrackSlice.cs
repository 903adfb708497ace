namespace GridMap.Core.Patrols.Playback;

/// <summary>
/// A slice of time in which tracks are played back: ten minutes that begin at a whole multiple of ten minutes since 1970. It is complete in itself: with the
/// fixes in it come the last one before it and the first one after it, so that where a patrol was at any moment of it needs no other slice, and two slices
/// that meet say the same of the moment they share.
/// </summary>
/// <param name="Start">In milliseconds since 1970.</param>
public readonly record struct TrackSlice(long Start)
{
    public const int Seconds = 600;
    public const long Milliseconds = Seconds * 1000;

    /// <summary>For so long before the slice the last fix of a patrol is looked for: as long as it stays on the live map.</summary>
    public const long LeadMilliseconds = 600_000;

    /// <summary>Between fixes that are farther apart nobody knows the way: the live map draws no glide either, and the patrol is grey.</summary>
    public const long GapMilliseconds = 120_000;

    public long End => Start + Milliseconds;

    /// <summary>The slice that holds an instant.</summary>
    public static TrackSlice Of(DateTimeOffset time)
    {
        var at = time.ToUnixTimeMilliseconds();
        return new TrackSlice(at - (((at % Milliseconds) + Milliseconds) % Milliseconds));
    }

    /// <summary>The slice that begins with a second since 1970; null where none does.</summary>
    public static TrackSlice? At(long second) =>
        second is >= 0 and <= uint.MaxValue && second % Seconds == 0 ? new TrackSlice(second * 1000) : null;
}
