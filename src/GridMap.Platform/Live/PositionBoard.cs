using System.Buffers.Binary;
using GridMap.Core.Access;

namespace GridMap.Platform.Live;

/// <summary>Where a moving thing was last seen.</summary>
/// <param name="GridId">The grid it belongs to, wherever it is: it is shown to those who see that grid.</param>
public readonly record struct MovingPosition(
    double Longitude, double Latitude, DateTimeOffset At, double BearingDegrees, double SpeedMps, int? GridId = null);

/// <summary>What a connection has to be told since it last looked.</summary>
/// <param name="Until">Where to look from the next time.</param>
public readonly record struct PositionNews(long Until, LiveFrame? Gone, LiveFrame? Positions);

/// <summary>What moved and what is gone since somebody last looked, by id.</summary>
/// <param name="Until">Where to look from the next time.</param>
public readonly record struct PositionMoves(long Until, IReadOnlyList<uint> Moved, IReadOnlyList<uint> Gone);

/// <summary>
/// The latest position of everything that moves. Each change carries the tick it happened in, so what a connection missed is
/// found from one number and a slow connection costs no memory here. Frames are shared by all connections with the same window.
/// </summary>
public sealed class PositionBoard(TimeProvider clock)
{
    private const int RecordBytes = 16;
    private const double StepsPerDegree = 1e7;
    private const int SharedFrames = 256;

    private readonly Lock _gate = new();
    private readonly Dictionary<uint, Entry> _entries = [];
    private readonly Dictionary<uint, (long Tick, int? GridId)> _gone = [];
    private readonly Dictionary<(long From, LiveWindow Window, GridScope Scope), LiveFrame?> _frames = [];
    private List<uint> _changedNow = [];
    private List<uint> _changedLast = [];
    private long _tick = 2;

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>The last finished tick.</summary>
    public long Now
    {
        get
        {
            lock (_gate)
            {
                return _tick - 1;
            }
        }
    }

    public void Place(uint id, in MovingPosition position)
    {
        var longitude = (int)Math.Round(position.Longitude * StepsPerDegree);
        var latitude = (int)Math.Round(position.Latitude * StepsPerDegree);
        lock (_gate)
        {
            var previous = _entries.TryGetValue(id, out var known) ? known : new Entry { Longitude = longitude, Latitude = latitude };
            _entries[id] = new Entry
            {
                Tick = _tick,
                Longitude = longitude,
                Latitude = latitude,
                PreviousLongitude = previous.Longitude,
                PreviousLatitude = previous.Latitude,
                At = position.At,
                GridId = position.GridId,
                Bearing = (byte)(Math.Round(position.BearingDegrees * 256 / 360) % 256),
                Speed = (byte)Math.Min(Math.Round(position.SpeedMps * 4), byte.MaxValue),
            };
            _gone.Remove(id);
            _changedNow.Add(id);
        }
    }

    public void Remove(uint id)
    {
        lock (_gate)
        {
            if (_entries.Remove(id, out var entry))
            {
                _gone[id] = (_tick, entry.GridId);
                _changedNow.Add(id);
            }
        }
    }

    /// <summary>Everything on the board with the time of its position.</summary>
    public IReadOnlyList<(uint Id, DateTimeOffset At)> LastSeen()
    {
        lock (_gate)
        {
            return [.. _entries.Select(entry => (entry.Key, entry.Value.At))];
        }
    }

    /// <summary>Ends a tick. Answers whether anything changed in it.</summary>
    public bool Advance()
    {
        lock (_gate)
        {
            if (_changedNow.Count == 0)
            {
                return false;
            }

            (_changedLast, _changedNow) = (_changedNow, _changedLast);
            _changedNow.Clear();
            _frames.Clear();
            _tick++;
            return true;
        }
    }

    /// <summary>What of some grids changed in a window after the tick `positionsFrom` (0: everything there is), and what is gone after the tick `goneFrom`.</summary>
    public PositionNews Look(long positionsFrom, long goneFrom, LiveWindow window, GridScope scope)
    {
        lock (_gate)
        {
            var until = _tick - 1;
            var gone = goneFrom < until ? FindGone(goneFrom, scope) : null;
            if (positionsFrom >= until && positionsFrom != 0)
            {
                return new PositionNews(until, gone, null);
            }

            if (!_frames.TryGetValue((positionsFrom, window, scope), out var frame))
            {
                // While nothing moves no tick ends, and a client may ask for one window after the other.
                if (_frames.Count >= SharedFrames)
                {
                    _frames.Clear();
                }

                frame = Encode(positionsFrom, window, scope);
                _frames[(positionsFrom, window, scope)] = frame;
            }

            return new PositionNews(until, gone, frame);
        }
    }

    /// <summary>What of some grids moved after a tick (0: everything there is), and what is gone after it.</summary>
    public PositionMoves Moves(long from, GridScope scope)
    {
        lock (_gate)
        {
            return new PositionMoves(_tick - 1, [.. FindMoved(from, scope)], FindGoneIds(from, scope));
        }
    }

    private IEnumerable<uint> FindMoved(long from, GridScope scope) =>
        Candidates(from).Where(id => _entries.TryGetValue(id, out var entry) && entry.Tick > from && entry.Tick < _tick && scope.Contains(entry.GridId));

    /// <summary>Who has missed one tick only need not look at everything.</summary>
    private IEnumerable<uint> Candidates(long from) => from != 0 && from == _tick - 2 ? _changedLast.Distinct() : _entries.Keys;

    private List<uint> FindGoneIds(long from, GridScope scope) =>
        [.. _gone.Where(entry => entry.Value.Tick > from && scope.Contains(entry.Value.GridId)).Select(entry => entry.Key)];

    private LiveFrame? FindGone(long from, GridScope scope)
    {
        var ids = FindGoneIds(from, scope);
        return ids.Count == 0 ? null : LiveFrames.Gone(ids);
    }

    private LiveFrame? Encode(long from, LiveWindow window, GridScope scope)
    {
        var time = clock.GetUtcNow();
        var missedOneTick = from != 0 && from == _tick - 2;
        var ids = missedOneTick ? _changedLast.Distinct() : _entries.Keys;
        var records = new List<byte>(missedOneTick ? _changedLast.Count * RecordBytes : _entries.Count * RecordBytes);
        Span<byte> record = stackalloc byte[RecordBytes];
        foreach (var id in ids)
        {
            if (_entries.TryGetValue(id, out var entry) && entry.Tick > from && scope.Contains(entry.GridId) && entry.Touches(window))
            {
                Write(record, id, entry, time);
                records.AddRange(record);
            }
        }

        return records.Count == 0
            ? null
            : LiveFrames.Positions(time, records.Count / RecordBytes, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(records));
    }

    private static void Write(Span<byte> record, uint id, in Entry entry, DateTimeOffset time)
    {
        var ageDeciseconds = Math.Clamp((time - entry.At).TotalMilliseconds / 100, 0, ushort.MaxValue);
        BinaryPrimitives.WriteUInt32LittleEndian(record, id);
        BinaryPrimitives.WriteInt32LittleEndian(record[4..], entry.Longitude);
        BinaryPrimitives.WriteInt32LittleEndian(record[8..], entry.Latitude);
        BinaryPrimitives.WriteUInt16LittleEndian(record[12..], (ushort)ageDeciseconds);
        record[14] = entry.Bearing;
        record[15] = entry.Speed;
    }

    private readonly record struct Entry
    {
        public long Tick { get; init; }

        public int Longitude { get; init; }

        public int Latitude { get; init; }

        public int PreviousLongitude { get; init; }

        public int PreviousLatitude { get; init; }

        public DateTimeOffset At { get; init; }

        public int? GridId { get; init; }

        public byte Bearing { get; init; }

        public byte Speed { get; init; }

        /// <summary>In the window now, or just left it: a thing must not stand still at the edge for ever.</summary>
        public bool Touches(LiveWindow window) =>
            window.Contains(Longitude, Latitude) || window.Contains(PreviousLongitude, PreviousLatitude);
    }
}
