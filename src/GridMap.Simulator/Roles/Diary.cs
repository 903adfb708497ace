using GridMap.Simulator.Scenarios;

namespace GridMap.Simulator.Roles;

/// <summary>
/// When somebody gets round to something: each thing waits from when it is first seen for a time drawn once. What is not asked about any more is forgotten.
/// </summary>
public sealed class Diary(Random random)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, (DateTimeOffset Due, DateTimeOffset Asked)> _entries = [];

    public int Count => _entries.Count;

    /// <summary>Whether a thing that was first asked about some while ago is to be done now.</summary>
    public bool IsDue(string thing, Delay seconds, DateTimeOffset now)
    {
        var due = _entries.TryGetValue(thing, out var entry) ? entry.Due : now.AddSeconds(seconds.Draw(random));
        _entries[thing] = (due, now);
        return now >= due;
    }

    /// <summary>It is done, or to be waited for anew.</summary>
    public void Forget(string thing) => _entries.Remove(thing);

    public void ForgetOld(DateTimeOffset now)
    {
        foreach (var old in _entries.Where(entry => now - entry.Value.Asked > Remembered).Select(entry => entry.Key).ToArray())
        {
            _entries.Remove(old);
        }
    }
}
