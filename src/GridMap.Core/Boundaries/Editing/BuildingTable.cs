namespace GridMap.Core.Boundaries.Editing;

/// <summary>Buildings, and which atom each is counted in. A building without an atom of the land is counted nowhere.</summary>
internal sealed class BuildingTable
{
    private readonly Dictionary<int, int[]> _ofAtom;
    private readonly Dictionary<int, int> _slotOfId;
    private readonly BuildingRow[] _rows;

    public BuildingTable(BuildingRow[] rows)
    {
        _rows = [.. rows];
        _slotOfId = new Dictionary<int, int>(rows.Length);
        for (var slot = 0; slot < rows.Length; slot++)
        {
            _slotOfId.Add(rows[slot].Id, slot);
        }

        _ofAtom = rows.GroupBy(row => row.Atom).ToDictionary(atom => atom.Key, atom => atom.Select(row => row.Id).Order().ToArray());
    }

    private BuildingTable(BuildingTable other)
    {
        _rows = [.. other._rows];
        _slotOfId = other._slotOfId;
        _ofAtom = new Dictionary<int, int[]>(other._ofAtom);
    }

    public IReadOnlyList<BuildingRow> All => _rows;

    public BuildingTable Copy() => new(this);

    /// <summary>The buildings counted in an atom, by id ascending.</summary>
    public IReadOnlyList<int> In(int atom) => _ofAtom.GetValueOrDefault(atom, []);

    public BuildingRow Find(int id) => _rows[_slotOfId[id]];

    public bool Has(int id) => _slotOfId.ContainsKey(id);

    /// <summary>Counts buildings in other atoms than before.</summary>
    public void Place(BuildingPlace[] places)
    {
        foreach (var left in places.Select(place => Find(place.Building).Atom).Distinct().ToArray())
        {
            _ofAtom.Remove(left);
        }

        foreach (var place in places)
        {
            ref var row = ref _rows[_slotOfId[place.Building]];
            row = row with { Atom = place.Atom };
        }

        foreach (var taken in places.GroupBy(place => place.Atom))
        {
            _ofAtom[taken.Key] = [.. taken.Select(place => place.Building).Order()];
        }
    }

    public Sums SumOf(int atom)
    {
        var sums = default(Sums);
        foreach (var id in In(atom))
        {
            var row = Find(id);
            sums += new Sums(row.Households, row.Persons, row.Elders, 1, 0);
        }

        return sums;
    }
}
