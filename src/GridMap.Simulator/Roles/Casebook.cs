using System.Collections.Concurrent;

namespace GridMap.Simulator.Roles;

/// <summary>Which incidents this simulator has reported, and which of them its own desk deals with; the rest is left to people at their screens.</summary>
public sealed class Casebook(double leftToPeople, Random random)
{
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<string, bool> _cases = new();
    private readonly ConcurrentQueue<string> _order = new();
    private readonly Lock _lock = new();

    public void Add(string number)
    {
        bool own;
        lock (_lock)
        {
            own = random.NextDouble() >= leftToPeople;
        }

        if (_cases.TryAdd(number, own))
        {
            _order.Enqueue(number);
        }

        while (_order.Count > Most && _order.TryDequeue(out var oldest))
        {
            _cases.TryRemove(oldest, out _);
        }
    }

    public bool IsReportedHere(string number) => _cases.ContainsKey(number);

    public bool IsForOwnDesk(string number) => _cases.TryGetValue(number, out var own) && own;
}
