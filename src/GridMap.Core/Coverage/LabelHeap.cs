namespace GridMap.Core.Coverage;

/// <summary>What a search has still to look at, cheapest first: a heap of four children a node. What has become cheaper meanwhile is in it twice.</summary>
internal sealed class LabelHeap
{
    private const int Children = 4;

    private Entry[] _entries = new Entry[256];
    private int _count;

    public void Put(long cost, int node, int facility)
    {
        if (_count == _entries.Length)
        {
            Array.Resize(ref _entries, _count * 2);
        }

        var entries = _entries;
        var at = _count++;
        while (at > 0)
        {
            var parent = (at - 1) / Children;
            if (entries[parent].Cost <= cost)
            {
                break;
            }

            entries[at] = entries[parent];
            at = parent;
        }

        entries[at] = new Entry(cost, node, facility);
    }

    public bool TryTake(out Entry cheapest)
    {
        if (_count == 0)
        {
            cheapest = default;
            return false;
        }

        var entries = _entries;
        cheapest = entries[0];
        var last = entries[--_count];
        var at = 0;
        for (var first = 1; first < _count; first = at * Children + 1)
        {
            var child = first;
            var end = Math.Min(first + Children, _count);
            for (var other = first + 1; other < end; other++)
            {
                child = entries[other].Cost < entries[child].Cost ? other : child;
            }

            if (entries[child].Cost >= last.Cost)
            {
                break;
            }

            entries[at] = entries[child];
            at = child;
        }

        entries[at] = last;
        return true;
    }

    internal readonly record struct Entry(long Cost, int Node, int Facility);
}
