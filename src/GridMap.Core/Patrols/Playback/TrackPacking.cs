using System.Buffers;

namespace GridMap.Core.Patrols.Playback;

/// <summary>
/// Packs the tracks of a slice as docs/interfaces.md has them, patrol after patrol: five or six bytes a fix, because a fix is told by its difference to the one
/// before it, unlike on the live wire, where a frame may be missed.
/// </summary>
public sealed class TrackPacking
{
    private const byte Version = 1;
    private const int LargestHead = 2 * VaryingNumber.Longest;
    private const int LargestFix = 3 * VaryingNumber.Longest;

    private readonly ArrayBufferWriter<byte> _bytes = new(1 << 16);
    private readonly TrackSlice _slice;
    private uint _patrolBefore;

    public TrackPacking(TrackSlice slice)
    {
        _slice = slice;
        var head = _bytes.GetSpan(1 + sizeof(long));
        head[0] = Version;
        System.Buffers.Binary.BinaryPrimitives.WriteInt64LittleEndian(head[1..], slice.Start);
        _bytes.Advance(1 + sizeof(long));
    }

    public int Patrols { get; private set; }

    public ReadOnlyMemory<byte> Bytes => _bytes.WrittenMemory;

    /// <summary>Adds the track of a patrol, thinned; patrols come in the order of their ids. A track without fixes is left out.</summary>
    public void Add(int patrolId, IReadOnlyList<TrackFix> fixes)
    {
        var kept = TrackThinning.Keep(fixes, _slice);
        if (kept.Count == 0)
        {
            return;
        }

        var span = _bytes.GetSpan(LargestHead + kept.Count * LargestFix);
        var length = VaryingNumber.Write(span, (uint)patrolId - _patrolBefore);
        length += VaryingNumber.Write(span[length..], (uint)kept.Count);
        // Times in tenths of a second from the earliest that a slice can hold; a place from 180° W, 90° S, then from the place before.
        var (time, x, y) = (_slice.Start - TrackSlice.LeadMilliseconds, 0, 0);
        foreach (var fix in kept.Select(index => fixes[index]))
        {
            var tenths = (fix.At - time) / 100;
            length += VaryingNumber.Write(span[length..], (uint)tenths);
            length += VaryingNumber.WriteSigned(span[length..], fix.Place.X - x);
            length += VaryingNumber.WriteSigned(span[length..], fix.Place.Y - y);
            (time, x, y) = (time + tenths * 100, fix.Place.X, fix.Place.Y);
        }

        _bytes.Advance(length);
        _patrolBefore = (uint)patrolId;
        Patrols++;
    }
}
