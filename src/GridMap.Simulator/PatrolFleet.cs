namespace GridMap.Simulator;

/// <summary>All patrols on duty, each due to send a fix in its turn; follows the roster as shifts change.</summary>
public sealed class PatrolFleet(RoadGraph graph, int seed)
{
    private readonly Dictionary<int, (Walker Walker, DateTimeOffset Last)> _walkers = [];
    private int[] _order = [];
    private int _next;

    public int Count => _order.Length;

    /// <summary>Takes a new roster: who came on duty starts walking, who went off stops sending.</summary>
    public void Follow(IReadOnlyList<RosterEntry> roster, DateTimeOffset now)
    {
        var onDuty = roster.ToDictionary(entry => entry.Id);
        foreach (var gone in _walkers.Keys.Where(id => !onDuty.ContainsKey(id)).ToArray())
        {
            _walkers.Remove(gone);
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
}
