using System.Diagnostics.CodeAnalysis;
using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Simulator;

/// <summary>All patrols on duty, each due to send a fix in its turn; follows the roster as shifts change. It may be used by several threads.</summary>
public sealed class PatrolFleet(RoadGraph graph, int seed)
{
    private readonly Dictionary<int, (Walker Walker, DateTimeOffset Last)> _walkers = [];
    private readonly HashSet<int> _sent = [];
    private readonly Lock _lock = new();
    private int[] _order = [];
    private int _next;

    public int Count => _order.Length;

    /// <summary>Takes a new roster: who came on duty starts walking, who went off stops sending.</summary>
    public void Follow(IReadOnlyList<RosterEntry> roster, DateTimeOffset now)
    {
        using var alone = _lock.EnterScope();
        var onDuty = roster.ToDictionary(entry => entry.Id);
        foreach (var gone in _walkers.Keys.Where(id => !onDuty.ContainsKey(id)).ToArray())
        {
            _walkers.Remove(gone);
            _sent.Remove(gone);
        }

        foreach (var entry in roster.Where(entry => !_walkers.ContainsKey(entry.Id)))
        {
            _walkers[entry.Id] = (new Walker(graph, entry.Id, entry.Kind, entry.GridId, new Random(HashCode.Combine(seed, entry.Id))), now);
        }

        _order = [.. _walkers.Keys.Order()];
    }

    /// <summary>The next patrol in turn walks up to `now` and says where it is.</summary>
    public Fix? NextFix(DateTimeOffset now)
    {
        using var alone = _lock.EnterScope();
        if (_order.Length == 0)
        {
            return null;
        }

        _next = (_next + 1) % _order.Length;
        var (walker, last) = _walkers[_order[_next]];
        walker.Walk(Math.Clamp((now - last).TotalSeconds, 0, 60));
        _walkers[_order[_next]] = (walker, now);
        var (position, bearing) = walker.Here;
        return new Fix(walker.PatrolId, now, position.X, position.Y, walker.SpeedMetersPerSecond, bearing);
    }

    /// <summary>Sends a patrol somewhere; false if it is off duty, or no way leads there.</summary>
    public bool Send(int patrolId, Coordinate target, double metersPerSecond)
    {
        using var alone = _lock.EnterScope();
        if (!TryFind(patrolId, out var walker) || !walker.Send(target, metersPerSecond))
        {
            return false;
        }

        _sent.Add(patrolId);
        return true;
    }

    /// <summary>Whether a patrol that was sent somewhere is there; one that went off duty meanwhile is as good as there.</summary>
    public bool HasArrived(int patrolId)
    {
        using var alone = _lock.EnterScope();
        return !TryFind(patrolId, out var walker) || walker.HasArrived;
    }

    /// <summary>The patrol walks its grid again.</summary>
    public void Release(int patrolId)
    {
        using var alone = _lock.EnterScope();
        _sent.Remove(patrolId);
        if (TryFind(patrolId, out var walker))
        {
            walker.Release();
        }
    }

    /// <summary>The patrol nearest to a position that was sent nowhere; null if there is none within reach.</summary>
    public int? FindFree(Coordinate position, double withinMeters)
    {
        using var alone = _lock.EnterScope();
        return _order.Where(id => !_sent.Contains(id))
            .Select(id => (Id: (int?)id, Meters: Ellipsoid.DistanceMeters(_walkers[id].Walker.Here.Position, position)))
            .Where(found => found.Meters <= withinMeters)
            .DefaultIfEmpty()
            .MinBy(found => found.Meters).Id;
    }

    private bool TryFind(int patrolId, [NotNullWhen(true)] out Walker? walker)
    {
        walker = _walkers.TryGetValue(patrolId, out var found) ? found.Walker : null;
        return walker is not null;
    }
}
