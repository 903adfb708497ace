namespace GridMap.Core.Network;

/// <summary>The nodes that a search has reached and not yet left, nearest first: a heap of four children a node that knows where each node stands in it.</summary>
internal sealed class NodeHeap(int nodes)
{
    private const int Children = 4;

    private readonly int[] _place = NoPlaces(nodes);
    private int[] _nodes = new int[64];
    private double[] _keys = new double[64];
    private int _count;

    public void Clear()
    {
        for (var i = 0; i < _count; i++)
        {
            _place[_nodes[i]] = -1;
        }

        _count = 0;
    }

    /// <summary>Puts a node in, or brings one that is in nearer; its key must not become greater.</summary>
    public void Put(int node, double key)
    {
        var at = _place[node];
        if (at < 0)
        {
            at = _count++;
            Grow();
        }

        Rise(at, node, key);
    }

    public bool TryTake(out int node)
    {
        node = -1;
        if (_count == 0)
        {
            return false;
        }

        node = _nodes[0];
        _place[node] = -1;
        _count--;
        if (_count > 0)
        {
            Sink(_nodes[_count], _keys[_count]);
        }

        return true;
    }

    private void Grow()
    {
        if (_count > _nodes.Length)
        {
            Array.Resize(ref _nodes, _nodes.Length * 2);
            Array.Resize(ref _keys, _keys.Length * 2);
        }
    }

    private void Rise(int at, int node, double key)
    {
        while (at > 0)
        {
            var parent = (at - 1) / Children;
            if (_keys[parent] <= key)
            {
                break;
            }

            Set(at, _nodes[parent], _keys[parent]);
            at = parent;
        }

        Set(at, node, key);
    }

    private void Sink(int node, double key)
    {
        var at = 0;
        for (var child = NearestChild(at); child >= 0 && _keys[child] < key; child = NearestChild(at))
        {
            Set(at, _nodes[child], _keys[child]);
            at = child;
        }

        Set(at, node, key);
    }

    private int NearestChild(int parent)
    {
        var first = parent * Children + 1;
        if (first >= _count)
        {
            return -1;
        }

        var nearest = first;
        for (var child = first + 1; child < Math.Min(first + Children, _count); child++)
        {
            if (_keys[child] < _keys[nearest])
            {
                nearest = child;
            }
        }

        return nearest;
    }

    private void Set(int at, int node, double key)
    {
        _nodes[at] = node;
        _keys[at] = key;
        _place[node] = at;
    }

    private static int[] NoPlaces(int nodes)
    {
        var places = new int[nodes];
        Array.Fill(places, -1);
        return places;
    }
}
