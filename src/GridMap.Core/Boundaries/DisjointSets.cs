namespace GridMap.Core.Boundaries;

/// <summary>Disjoint sets of 0…count-1 with path halving; a set is named by its lowest member.</summary>
public sealed class DisjointSets(int count)
{
    private readonly int[] _parent = [.. Enumerable.Range(0, count)];

    public int Find(int member)
    {
        while (_parent[member] != member)
        {
            member = _parent[member] = _parent[_parent[member]];
        }

        return member;
    }

    /// <summary>Joins two sets; false when they were one already.</summary>
    public bool Join(int a, int b)
    {
        var (low, high) = (Find(a), Find(b));
        if (low == high)
        {
            return false;
        }

        (low, high) = low < high ? (low, high) : (high, low);
        _parent[high] = low;
        return true;
    }
}
