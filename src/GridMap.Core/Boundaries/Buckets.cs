namespace GridMap.Core.Boundaries;

/// <summary>Items grouped by a small key in two flat arrays (compressed sparse rows).</summary>
public static class Buckets
{
    /// <summary>The items with key k are Items[Offset[k]..Offset[k + 1]] in ascending order; items with a negative key are left out.</summary>
    public static (int[] Offset, int[] Items) Group(ReadOnlySpan<int> keys, int keyCount)
    {
        var offset = new int[keyCount + 1];
        foreach (var key in keys)
        {
            if (key >= 0)
            {
                offset[key + 1]++;
            }
        }

        for (var key = 0; key < keyCount; key++)
        {
            offset[key + 1] += offset[key];
        }

        var items = new int[offset[keyCount]];
        var next = offset.AsSpan(0, keyCount).ToArray();
        for (var item = 0; item < keys.Length; item++)
        {
            if (keys[item] >= 0)
            {
                items[next[keys[item]]++] = item;
            }
        }

        return (offset, items);
    }
}
