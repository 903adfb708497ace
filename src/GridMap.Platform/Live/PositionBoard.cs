using System.Runtime.InteropServices;
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
/// found from one number and a slow connection costs no memory here. A cell is encoded once for all who missed the same of it,
/// and connections with the same window share the frame put together from its cells.
/// </summary>
public sealed class PositionBoard(TimeProvider clock)
{
    private const int SharedFrames = 256;
    private const int SharedCells = 16_384;

    // While nothing moves no tick ends, and ages are told against the time of encoding.
    private static readonly TimeSpan EncodingsLast = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<uint, BoardEntry> _entries = [];
    private readonly Dictionary<PositionCell, HashSet<uint>> _cells = [];
    private readonly Dictionary<uint, (long Tick, int? GridId)> _gone = [];
    private readonly Dictionary<(long From, PositionCell Cell, GridScope Scope), PackedCell> _packed = [];
    private readonly Dictionary<(long From, LiveWindow Window, GridScope Scope), LiveFrame?> _frames = [];
    private readonly Dictionary<(long From, GridScope Scope), LiveFrame?> _goneFrames = [];
    private HashSet<uint> _changedNow = [];
    private HashSet<uint> _changedLast = [];
    private Dictionary<PositionCell, List<uint>> _dirtyCells = [];
    private long _lastGone;
    private long _tick = 2;
    private DateTimeOffset _encodedAt;

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
        var point = CellPoint.Of(position.Longitude, position.Latitude);
        lock (_gate)
        {
            ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_entries, id, out var isKnown);
            var known = entry;
            var crosses = isKnown && known.Point.Cell != point.Cell;
            entry = new BoardEntry(point, position)
            {
                Tick = _tick,
                Left = crosses ? known.Point.Cell : known.Left,
                LeftIn = crosses ? _tick : known.LeftIn,
            };
            if (crosses)
            {
                Leave(known.Point.Cell, id);
            }

            if (crosses || !isKnown)
            {
                Enter(point.Cell, id);
            }

            // What has been there in this tick already is known to have changed.
            if (!isKnown || known.Tick != _tick)
            {
                _gone.Remove(id);
                _changedNow.Add(id);
            }
        }
    }

    public void Remove(uint id)
    {
        lock (_gate)
        {
            if (_entries.Remove(id, out var entry))
            {
                Leave(entry.Point.Cell, id);
                _gone[id] = (_tick, entry.GridId);
                _lastGone = _tick;
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
            _dirtyCells = _changedLast.Where(_entries.ContainsKey).GroupBy(id => _entries[id].Point.Cell).ToDictionary(cell => cell.Key, cell => cell.ToList());
            ForgetEncodings();
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
            var gone = goneFrom < _lastGone ? FindGone(goneFrom, scope) : null;
            return positionsFrom >= until && positionsFrom != 0
                ? new PositionNews(until, gone, null)
                : new PositionNews(until, gone, FindFrame(positionsFrom, window, scope));
        }
    }

    /// <summary>What of some grids moved after a tick (0: everything there is), and what is gone after it.</summary>
    public PositionMoves Moves(long from, GridScope scope)
    {
        lock (_gate)
        {
            var candidates = MissedOneTick(from) ? _changedLast : (IEnumerable<uint>)_entries.Keys;
            return new PositionMoves(_tick - 1, [.. candidates.Where(id => IsNews(id, from, scope, out _))], from < _lastGone ? FindGoneIds(from, scope) : []);
        }
    }

    /// <summary>Who has missed one tick only need not look at everything.</summary>
    private bool MissedOneTick(long from) => from != 0 && from == _tick - 2;

    private bool IsNews(uint id, long from, GridScope scope, out BoardEntry entry) =>
        _entries.TryGetValue(id, out entry) && entry.Tick > from && entry.Tick < _tick && scope.Contains(entry.GridId);

    private List<uint> FindGoneIds(long from, GridScope scope) =>
        [.. _gone.Where(entry => entry.Value.Tick > from && entry.Value.Tick < _tick && scope.Contains(entry.Value.GridId)).Select(entry => entry.Key)];

    private LiveFrame? FindGone(long from, GridScope scope)
    {
        if (!_goneFrames.TryGetValue((from, scope), out var frame))
        {
            var ids = FindGoneIds(from, scope);
            frame = ids.Count == 0 ? null : LiveFrames.Gone(ids);
            _goneFrames[(from, scope)] = frame;
        }

        return frame;
    }

    private LiveFrame? FindFrame(long from, LiveWindow window, GridScope scope)
    {
        var now = clock.GetUtcNow();
        if (now - _encodedAt > EncodingsLast || _packed.Count >= SharedCells)
        {
            ForgetEncodings();
        }

        if (_packed.Count == 0)
        {
            _encodedAt = now;
        }

        // A client may ask for one window after the other; their cells are the same.
        if (_frames.Count >= SharedFrames)
        {
            _frames.Clear();
        }

        if (!_frames.TryGetValue((from, window, scope), out var frame))
        {
            frame = Encode(from, window, scope);
            _frames[(from, window, scope)] = frame;
        }

        return frame;
    }

    private LiveFrame? Encode(long from, LiveWindow window, GridScope scope)
    {
        var inside = MissedOneTick(from) ? _dirtyCells.Keys : (IEnumerable<PositionCell>)_cells.Keys;
        var cells = inside.Where(window.Contains).Select(cell => FindCell(from, cell, scope)).Where(cell => cell.Count > 0).ToList();
        cells.AddRange(FindLeavers(from, window, scope));
        return cells.Count == 0 ? null : PackedPositions.Join(_encodedAt, cells);
    }

    private PackedCell FindCell(long from, PositionCell cell, GridScope scope)
    {
        if (!_packed.TryGetValue((from, cell, scope), out var packed))
        {
            var positions = new List<PackedPosition>();
            foreach (var id in MissedOneTick(from) ? _dirtyCells[cell] : (IEnumerable<uint>)_cells[cell])
            {
                if (IsNews(id, from, scope, out var entry))
                {
                    positions.Add(entry.Pack(id));
                }
            }

            packed = positions.Count == 0 ? default : PackedPositions.Pack(cell, positions, _encodedAt);
            _packed[(from, cell, scope)] = packed;
        }

        return packed;
    }

    /// <summary>What has just left the window is told once more: a thing must not stand still at the edge for ever.</summary>
    private IEnumerable<PackedCell> FindLeavers(long from, LiveWindow window, GridScope scope)
    {
        if (from == 0 || window == LiveWindow.Everywhere)
        {
            yield break;
        }

        foreach (var id in MissedOneTick(from) ? _changedLast : (IEnumerable<uint>)_entries.Keys)
        {
            if (IsNews(id, from, scope, out var entry) && entry.LeftIn > from && window.Contains(entry.Left) && !window.Contains(entry.Point.Cell))
            {
                yield return PackedPositions.Pack(entry.Point.Cell, [entry.Pack(id)], _encodedAt);
            }
        }
    }

    private void ForgetEncodings()
    {
        _packed.Clear();
        _frames.Clear();
        _goneFrames.Clear();
    }

    private void Enter(PositionCell cell, uint id)
    {
        if (!_cells.TryGetValue(cell, out var members))
        {
            _cells[cell] = members = [];
        }

        members.Add(id);
    }

    private void Leave(PositionCell cell, uint id)
    {
        var members = _cells[cell];
        members.Remove(id);
        if (members.Count == 0)
        {
            _cells.Remove(cell);
        }
    }
}
