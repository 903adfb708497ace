namespace GridMap.Core.Boundaries.Editing;

/// <summary>Grids with their atoms and running sums, communities with theirs, and which code is whose.</summary>
internal sealed class AreaTable
{
    private readonly Slots _grids;
    private readonly Dictionary<string, int> _areaOfCode;
    private readonly Dictionary<int, CommunityRow> _communities;
    private readonly Dictionary<int, SubdistrictRow> _subdistricts;
    private readonly Dictionary<int, HashSet<int>> _gridsOfCommunity;
    private GridRow[] _rows;
    private HashSet<int>[] _atoms;

    public AreaTable(DivisionRows rows)
    {
        _grids = new Slots(rows.Grids.Length);
        (_rows, _atoms) = (new GridRow[rows.Grids.Length], new HashSet<int>[rows.Grids.Length]);
        (Measures, Millimeters) = (new Sums[rows.Grids.Length], new long[rows.Grids.Length]);
        _subdistricts = rows.Subdistricts.ToDictionary(row => row.Id);
        _communities = rows.Communities.ToDictionary(row => row.Id);
        _gridsOfCommunity = rows.Communities.ToDictionary(row => row.Id, _ => new HashSet<int>());
        _areaOfCode = new Dictionary<string, int>(rows.Grids.Length + rows.Communities.Length);
        Array.ForEach(rows.Subdistricts, row => _areaOfCode.Add(row.Code, row.Id));
        Array.ForEach(rows.Communities, row => _areaOfCode.Add(row.Code, row.Id));
        Array.ForEach(rows.Grids, row => Add(row));
    }

    private AreaTable(AreaTable other)
    {
        _grids = other._grids.Copy();
        (_rows, _atoms) = ([.. other._rows], Array.ConvertAll(other._atoms, atoms => atoms is null ? null! : new HashSet<int>(atoms)));
        (Measures, Millimeters) = ([.. other.Measures], [.. other.Millimeters]);
        _subdistricts = other._subdistricts;
        _communities = new Dictionary<int, CommunityRow>(other._communities);
        _gridsOfCommunity = other._gridsOfCommunity.ToDictionary(pair => pair.Key, pair => new HashSet<int>(pair.Value));
        _areaOfCode = new Dictionary<string, int>(other._areaOfCode);
    }

    public Slots Grids => _grids;

    /// <summary>The running sums of each grid slot.</summary>
    public Sums[] Measures { get; private set; }

    /// <summary>The running length of each grid slot's boundary.</summary>
    public long[] Millimeters { get; private set; }

    public IReadOnlyDictionary<int, CommunityRow> Communities => _communities;

    public IReadOnlyDictionary<int, SubdistrictRow> Subdistricts => _subdistricts;

    public AreaTable Copy() => new(this);

    public GridRow RowOf(int grid) => _rows[grid];

    /// <summary>The atom slots of a grid slot.</summary>
    public HashSet<int> AtomsOf(int grid) => _atoms[grid];

    /// <summary>The ids of a community's grids.</summary>
    public IReadOnlyCollection<int> GridsOf(int community) => _gridsOfCommunity[community];

    public bool HasCode(string code) => _areaOfCode.ContainsKey(code);

    public int? FindByCode(string code) => _areaOfCode.TryGetValue(code, out var id) ? id : null;

    public int Add(GridRow row)
    {
        var slot = _grids.Add(row.Id);
        if (slot == _rows.Length)
        {
            var size = slot * 5 / 4 + 16;
            var (measures, millimeters) = (Measures, Millimeters);
            Array.Resize(ref _rows, size);
            Array.Resize(ref _atoms, size);
            Array.Resize(ref measures, size);
            Array.Resize(ref millimeters, size);
            (Measures, Millimeters) = (measures, millimeters);
        }

        (_rows[slot], _atoms[slot], Measures[slot], Millimeters[slot]) = (row, [], default, 0);
        _gridsOfCommunity[row.Community].Add(row.Id);
        _areaOfCode.Add(row.Code, row.Id);
        return slot;
    }

    public void Remove(int id)
    {
        var row = _rows[_grids.Remove(id)];
        _gridsOfCommunity[row.Community].Remove(id);
        _areaOfCode.Remove(row.Code);
    }

    public void Replace(GridRow row)
    {
        var slot = _grids[row.Id];
        var before = _rows[slot];
        _gridsOfCommunity[before.Community].Remove(row.Id);
        _areaOfCode.Remove(before.Code);
        _rows[slot] = row;
        _gridsOfCommunity[row.Community].Add(row.Id);
        _areaOfCode.Add(row.Code, row.Id);
    }

    public void Replace(CommunityRow row)
    {
        _areaOfCode.Remove(_communities[row.Id].Code);
        _communities[row.Id] = row;
        _areaOfCode.Add(row.Code, row.Id);
    }

    /// <summary>The sums of a community: those of its grids.</summary>
    public Sums SumOf(int community)
    {
        var sums = default(Sums);
        foreach (var grid in _gridsOfCommunity[community])
        {
            sums += Measures[_grids[grid]];
        }

        return sums;
    }
}
