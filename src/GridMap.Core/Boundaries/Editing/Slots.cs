namespace GridMap.Core.Boundaries.Editing;

/// <summary>Which slot of the flat arrays an id has; slots that fall free are given out again. Ids that a plan makes are negative.</summary>
internal sealed class Slots
{
    private readonly Dictionary<int, int> _slotOfId;
    private readonly Stack<int> _free;
    private int _lowest;

    public Slots(int capacity)
    {
        _slotOfId = new Dictionary<int, int>(capacity);
        _free = new Stack<int>();
    }

    private Slots(Slots other)
    {
        _slotOfId = new Dictionary<int, int>(other._slotOfId);
        _free = new Stack<int>(other._free.Reverse());
        _lowest = other._lowest;
        End = other.End;
    }

    /// <summary>One past the highest slot that was ever given.</summary>
    public int End { get; private set; }

    public int Count => _slotOfId.Count;

    public IEnumerable<int> Ids => _slotOfId.Keys;

    /// <summary>The next id below all that are there: a function of what is there, so that doing again what was undone names it alike.</summary>
    public int NextLocal => _lowest - 1;

    public int this[int id] => _slotOfId[id];

    public Slots Copy() => new(this);

    public bool Has(int id) => _slotOfId.ContainsKey(id);

    public bool TryFind(int id, out int slot) => _slotOfId.TryGetValue(id, out slot);

    public int Add(int id)
    {
        var slot = _free.TryPop(out var reused) ? reused : End++;
        _slotOfId.Add(id, slot);
        _lowest = Math.Min(_lowest, id);
        return slot;
    }

    public int Remove(int id)
    {
        _slotOfId.Remove(id, out var slot);
        _free.Push(slot);
        while (_lowest < 0 && !_slotOfId.ContainsKey(_lowest))
        {
            _lowest++;
        }

        return slot;
    }
}
