namespace GridMap.Core.Boundaries.Editing.Cutting;

/// <summary>
/// Makes one atom of several: the edges between them vanish, and where that leaves a node between two edges with the same sides that
/// follow the same, they become one. The label point is that of the largest; the kind, of the first that was named.
/// </summary>
internal sealed class AtomHealing(LandTable land, AreaTable areas, int[] members, int first)
{
    private readonly HashSet<int> _members = [.. members];
    private readonly List<EdgeRow> _removed = [];
    private readonly List<EdgeRow> _added = [];
    private readonly List<NodeRow> _lostNodes = [];
    private int _next = land.EdgeSlots.NextLocal;

    public LandChange Make()
    {
        var id = land.Atoms.NextLocal;
        var rim = new List<EdgeRow>();
        var nodes = new SortedSet<int>();
        foreach (var edge in members.SelectMany(atom => land.EdgesOf(atom).ToArray()).Distinct().OrderBy(land.EdgeIdOf))
        {
            var row = land.EdgeRowOf(edge);
            _removed.Add(row);
            if (IsMember(land.Edges[edge].Left) && IsMember(land.Edges[edge].Right))
            {
                nodes.UnionWith([row.Start, row.End]);
                continue;
            }

            rim.Add(row with { Left = IsMember(land.Edges[edge].Left) ? id : row.Left, Right = IsMember(land.Edges[edge].Right) ? id : row.Right });
        }

        _added.AddRange(rim);
        foreach (var node in nodes)
        {
            Tidy(node);
        }

        var largest = members.OrderByDescending(atom => land.TwiceArea[atom]).ThenBy(land.IdOf).First();
        var made = DivisionExport.OwnedRow(land, areas, first) with { Id = id, LabelPoint = land.LabelOf(largest) };
        BuildingPlace[] buildings = [.. members.OrderBy(land.IdOf).SelectMany(atom => land.Buildings.In(land.IdOf(atom)).Select(building => new BuildingPlace(building, land.IdOf(atom))))];
        return new LandChange(
            new LandPart([.. members.OrderBy(land.IdOf).Select(atom => DivisionExport.OwnedRow(land, areas, atom))], [.. _removed], [.. _lostNodes], buildings),
            new LandPart([made], [.. _added], [], Array.ConvertAll(buildings, place => place with { Atom = id })));
    }

    private bool IsMember(int atom) => atom >= 0 && _members.Contains(atom);

    /// <summary>Joins the two edges at a node where nothing else ends, and drops a node where nothing ends at all.</summary>
    private void Tidy(int node)
    {
        var ending = _added.Where(edge => edge.Start == node || edge.End == node).ToList();
        if (ending.Count == 0 && !EndsElsewhere(node))
        {
            Drop(node);
        }

        if (ending.Count != 2 || EndsElsewhere(node) || ending.Exists(edge => edge.Start == edge.End))
        {
            return;
        }

        var into = ending[0].End == node ? ending[0] : Turn(ending[0]);
        var onward = ending[1].Start == node ? ending[1] : Turn(ending[1]);
        if ((into.Left, into.Right, into.Follows) != (onward.Left, onward.Right, onward.Follows))
        {
            return;
        }

        ending.ForEach(edge => _added.Remove(edge));
        _added.Add(into with { Id = _next--, End = onward.End, Course = [.. into.Course, .. onward.Course[1..]] });
        Drop(node);
    }

    /// <summary>Whether an edge that bounds none of the members ends at a node: one of an atom across the rim.</summary>
    private bool EndsElsewhere(int node) => _removed
        .SelectMany(edge => new[] { edge.Left, edge.Right })
        .OfType<int>().Distinct().Select(id => land.Atoms[id]).Where(atom => !_members.Contains(atom))
        .SelectMany(atom => land.EdgesOf(atom).ToArray())
        .Any(edge => (land.Edges[edge].Start == node || land.Edges[edge].End == node) && !IsMember(land.Edges[edge].Left) && !IsMember(land.Edges[edge].Right));

    private void Drop(int node) => _lostNodes.Add(new NodeRow(node, land.Nodes[node]));

    private static EdgeRow Turn(EdgeRow edge) =>
        edge with { Start = edge.End, End = edge.Start, Left = edge.Right, Right = edge.Left, Course = [.. edge.Course.Reverse()] };
}
