using GridMap.Core.Geography;

namespace GridMap.Core.Boundaries.Editing;

/// <summary>Atoms, edges once, nodes and buildings in flat arrays by slot. It knows which grid slot owns an atom, and nothing of grids.</summary>
internal sealed class LandTable
{
    private readonly Slots _atoms;
    private readonly Slots _edges;
    private readonly Dictionary<int, LatticePoint> _nodes;
    private readonly BuildingTable _buildings;
    private AtomRow[] _rows;
    private int[][] _edgesOfAtom;
    private MosaicEdge[] _course;
    private int[] _edgeId;
    private long[] _millimeters;
    private int _lowestNode;

    public LandTable(DivisionRows rows)
    {
        (_atoms, _edges) = (new Slots(rows.Atoms.Length), new Slots(rows.Edges.Length));
        _nodes = new Dictionary<int, LatticePoint>(rows.Nodes.Length);
        _buildings = new BuildingTable(rows.Buildings);
        _rows = new AtomRow[rows.Atoms.Length];
        (Owner, Measures, TwiceArea) = (new int[rows.Atoms.Length], new Sums[rows.Atoms.Length], new long[rows.Atoms.Length]);
        _edgesOfAtom = new int[rows.Atoms.Length][];
        (_course, _edgeId, _millimeters) = (new MosaicEdge[rows.Edges.Length], new int[rows.Edges.Length], new long[rows.Edges.Length]);
        Array.ForEach(rows.Nodes, AddNode);
        Array.ForEach(rows.Atoms, row => AddAtom(row));
        AddAll(rows.Edges);
    }

    private LandTable(LandTable other)
    {
        (_atoms, _edges) = (other._atoms.Copy(), other._edges.Copy());
        _nodes = new Dictionary<int, LatticePoint>(other._nodes);
        _buildings = other._buildings.Copy();
        _lowestNode = other._lowestNode;
        (_rows, _edgesOfAtom) = ([.. other._rows], [.. other._edgesOfAtom]);
        (_course, _edgeId, _millimeters) = ([.. other._course], [.. other._edgeId], [.. other._millimeters]);
        (Owner, Measures, TwiceArea) = ([.. other.Owner], [.. other.Measures], [.. other.TwiceArea]);
    }

    public Slots Atoms => _atoms;

    public Slots EdgeSlots => _edges;

    public BuildingTable Buildings => _buildings;

    public IReadOnlyDictionary<int, LatticePoint> Nodes => _nodes;

    public int NextLocalNode => _lowestNode - 1;

    /// <summary>The grid slot of each atom slot, -1 before it has one.</summary>
    public int[] Owner { get; private set; }

    public Sums[] Measures { get; private set; }

    /// <summary>Twice the area of each atom in square lattice steps.</summary>
    public long[] TwiceArea { get; private set; }

    /// <summary>The edges by slot; their sides are atom slots, their ends node ids. Slots that are free hold old ones.</summary>
    public MosaicEdge[] Edges => _course;

    public LandTable Copy() => new(this);

    public int IdOf(int atom) => _rows[atom].Id;

    public LatticePoint LabelOf(int atom) => _rows[atom].LabelPoint;

    public string KindOf(int atom) => _rows[atom].Kind;

    public int EdgeIdOf(int edge) => _edgeId[edge];

    public long MillimetersOf(int edge) => _millimeters[edge];

    public ReadOnlySpan<int> EdgesOf(int atom) => _edgesOfAtom[atom];

    /// <summary>The atom slot on the other side of an edge, -1 outside.</summary>
    public int Across(int edge, int atom) => _course[edge].Left == atom ? _course[edge].Right : _course[edge].Left;

    public int OwnerAcross(int edge, int atom) => OwnerOf(Across(edge, atom));

    public int OwnerOf(int atom) => atom < 0 ? -1 : Owner[atom];

    /// <summary>The row of an atom as it was read or made; its grid is that of then.</summary>
    public AtomRow RowOf(int atom) => _rows[atom];

    public EdgeRow EdgeRowOf(int edge)
    {
        var found = _course[edge];
        return new EdgeRow(_edgeId[edge], found.Start, found.End, IdOrNull(found.Left), IdOrNull(found.Right), found.Divider.Follows(), found.Course);
    }

    public void AddNode(NodeRow node)
    {
        _nodes.Add(node.Id, node.Point);
        _lowestNode = Math.Min(_lowestNode, node.Id);
    }

    public void RemoveNode(int id)
    {
        _nodes.Remove(id);
        while (_lowestNode < 0 && !_nodes.ContainsKey(_lowestNode))
        {
            _lowestNode++;
        }
    }

    public int AddAtom(AtomRow row)
    {
        var slot = _atoms.Add(row.Id);
        if (slot == _rows.Length)
        {
            Grow(slot * 5 / 4 + 16);
        }

        (_rows[slot], _edgesOfAtom[slot], Owner[slot]) = (row, [], -1);
        (Measures[slot], TwiceArea[slot]) = (default, 0);
        return slot;
    }

    public void RemoveAtom(int id)
    {
        var slot = _atoms.Remove(id);
        (Owner[slot], _edgesOfAtom[slot]) = (-1, []);
    }

    public int AddEdge(EdgeRow row)
    {
        var slot = _edges.Add(row.Id);
        if (slot == _course.Length)
        {
            var size = slot * 5 / 4 + 16;
            Array.Resize(ref _course, size);
            Array.Resize(ref _edgeId, size);
            Array.Resize(ref _millimeters, size);
        }

        var edge = new MosaicEdge(row.Start, row.End, SlotOf(row.Left), SlotOf(row.Right), DividerRanks.Parse(row.Follows), row.Course);
        (_course[slot], _edgeId[slot]) = (edge, row.Id);
        _millimeters[slot] = (long)Math.Round(Courses.LengthMeters(edge.Course) * 1_000);
        Hang(edge.Left, slot);
        Hang(edge.Right, slot);
        return slot;
    }

    public void RemoveEdge(int slot)
    {
        _edges.Remove(_edgeId[slot]);
        Unhang(_course[slot].Left, slot);
        Unhang(_course[slot].Right, slot);
    }

    /// <summary>Works out what an atom measures from its edges and buildings.</summary>
    public void Measure(int atom)
    {
        var pivot = _rows[atom].LabelPoint;
        var twice = 0L;
        foreach (var edge in _edgesOfAtom[atom])
        {
            var swept = Swept(pivot, _course[edge].Course);
            twice += _course[edge].Left == atom ? swept : -swept;
        }

        var (perLongitude, perLatitude) = Ellipsoid.MetersPerDegree(pivot.Y / Lattice.StepsPerDegree);
        var squareMeters = twice / 2.0 * (perLongitude / Lattice.StepsPerDegree) * (perLatitude / Lattice.StepsPerDegree);
        TwiceArea[atom] = twice;
        Measures[atom] = _buildings.SumOf(_rows[atom].Id) with { SquareCentimeters = (long)Math.Round(squareMeters * 10_000) };
    }

    private static long Swept(LatticePoint pivot, LatticePoint[] course)
    {
        var sum = 0L;
        for (var i = 1; i < course.Length; i++)
        {
            sum += LatticePoint.Cross(pivot, course[i - 1], course[i]);
        }

        return sum;
    }

    private void AddAll(EdgeRow[] edges)
    {
        Array.ForEach(edges, row => AddEdge(row));
        for (var atom = 0; atom < _rows.Length; atom++)
        {
            Measure(atom);
        }
    }

    private int SlotOf(int? atom) => atom is { } id ? _atoms[id] : -1;

    private int? IdOrNull(int atom) => atom < 0 ? null : _rows[atom].Id;

    private void Hang(int atom, int edge)
    {
        if (atom >= 0)
        {
            _edgesOfAtom[atom] = [.. _edgesOfAtom[atom], edge];
        }
    }

    private void Unhang(int atom, int edge)
    {
        if (atom >= 0)
        {
            _edgesOfAtom[atom] = Array.FindAll(_edgesOfAtom[atom], hung => hung != edge);
        }
    }

    private void Grow(int size)
    {
        Array.Resize(ref _rows, size);
        Array.Resize(ref _edgesOfAtom, size);
        var (owner, measures, twiceArea) = (Owner, Measures, TwiceArea);
        Array.Resize(ref owner, size);
        Array.Resize(ref measures, size);
        Array.Resize(ref twiceArea, size);
        (Owner, Measures, TwiceArea) = (owner, measures, twiceArea);
    }
}
