using System.Numerics;

namespace GridMap.Core.Coverage;

/// <summary>
/// What a search has still to look at, cheapest first but for what costs nearly the same: a row of buckets of equal width (R. Dial, Communications of the ACM 12,
/// 1969; as wide as in delta-stepping, U. Meyer and P. Sanders, Journal of Algorithms 49, 2003). Who searches corrects what was found too early.
/// </summary>
/// <param name="limit">What an entry costs at most.</param>
internal sealed class LabelBuckets(long limit)
{
    private const int BucketsMost = 4096;
    private const int None = -1;

    private readonly int _shift = Math.Max(0, 64 - BitOperations.LeadingZeroCount((ulong)limit) - BitOperations.Log2(BucketsMost));
    private readonly int[] _last = NewBuckets();
    private Entry[] _entries = new Entry[256];
    private int _free = None;
    private int _used;
    private int _count;
    private int _bucket;

    public void Put(long cost, int node, int facility)
    {
        var bucket = (int)(cost >> _shift);
        _bucket = _count++ == 0 ? bucket : Math.Min(_bucket, bucket);
        var at = _free;
        if (at != None)
        {
            _free = _entries[at].Before;
        }
        else
        {
            at = _used++;
            if (at == _entries.Length)
            {
                Array.Resize(ref _entries, at * 2);
            }
        }

        _entries[at] = new Entry(cost, node, facility, _last[bucket]);
        _last[bucket] = at;
    }

    public bool TryTake(out Entry cheapest)
    {
        if (_count == 0)
        {
            cheapest = default;
            return false;
        }

        while (_last[_bucket] == None)
        {
            _bucket++;
        }

        var at = _last[_bucket];
        cheapest = _entries[at];
        _last[_bucket] = cheapest.Before;
        _entries[at] = cheapest with { Before = _free };
        _free = at;
        _count--;
        return true;
    }

    private static int[] NewBuckets()
    {
        var last = new int[BucketsMost];
        Array.Fill(last, None);
        return last;
    }

    /// <param name="Before">The entry below it in its bucket, or the next one that is free.</param>
    internal readonly record struct Entry(long Cost, int Node, int Facility, int Before);
}
