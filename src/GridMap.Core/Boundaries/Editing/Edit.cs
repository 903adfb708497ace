using GridMap.Core.Areas;
using GridMap.Core.Geography;

namespace GridMap.Core.Boundaries.Editing;

/// <summary>An operation on its way: the land and areas it works on, and the journal of the changes it has made, which can be taken back.</summary>
/// <param name="leastPiece">The least in square metres that a cut may leave.</param>
internal sealed class Edit(LandTable land, AreaTable areas, int leastPiece)
{
    private const int MaxName = 60;

    private readonly ChangeApplication _application = new(land, areas);
    private readonly List<Change> _journal = [];

    public LandTable Land => land;

    public AreaTable Areas => areas;

    public int LeastPiece => leastPiece;

    public IReadOnlyList<Change> Journal => _journal;

    /// <summary>Makes a change that the operation has worked out itself, so that it fits.</summary>
    public void Do(Change change)
    {
        _application.Apply(change);
        _journal.Add(change);
    }

    /// <summary>Makes a change worked out at another time; the refusal when it no longer fits.</summary>
    public Refusal? TryDo(Change change)
    {
        if (_application.FindMisfit(change) is { } misfit)
        {
            return misfit;
        }

        Do(change);
        return null;
    }

    /// <summary>Takes back everything, last first.</summary>
    public void TakeBack()
    {
        for (var i = _journal.Count - 1; i >= 0; i--)
        {
            _application.Apply(_journal[i].Invert());
        }

        _journal.Clear();
    }

    /// <summary>Gives atom slots to a grid, one change per grid that loses some; atoms it has already stay.</summary>
    public void Give(IEnumerable<int> atoms, int grid)
    {
        var losing = atoms.Where(atom => land.Owner[atom] != areas.Grids[grid]).GroupBy(atom => areas.RowOf(land.Owner[atom]).Id).OrderBy(group => group.Key).ToList();
        foreach (var group in losing)
        {
            Do(new OwnerChange([.. group.Select(land.IdOf).Order()], group.Key, grid));
        }
    }

    public LatticePoint PlaceOf(int grid) => LatticePoint.From(new DivisionNumbers(land, areas).PlaceOf(areas.Grids[grid]));

    /// <summary>The atom slots of ids, or the refusal for one that is not there, or for none at all.</summary>
    public Result<int[]> FindAtoms(IReadOnlyCollection<int> ids)
    {
        if (ids.Count == 0)
        {
            return BoundaryRefusals.NoAtoms();
        }

        foreach (var id in ids)
        {
            if (!land.Atoms.Has(id))
            {
                return BoundaryRefusals.AtomUnknown(id);
            }
        }

        return ids.Distinct().Order().Select(id => land.Atoms[id]).ToArray();
    }

    /// <summary>The row of a new grid in a community, with the lowest free serial and the usual name where none is given; it is not made yet.</summary>
    public Result<GridRow> NewGrid(int community, NewGrid? wanted, LatticePoint? place)
    {
        if (!areas.Communities.TryGetValue(community, out var parent))
        {
            return BoundaryRefusals.CommunityUnknown(community);
        }

        var code = ChildCode(parent.Code, wanted?.Code, place);
        if (code.Refusal is { } unfit)
        {
            return unfit;
        }

        if (!Holds(wanted?.Name) || !Holds(wanted?.NameEnglish))
        {
            return BoundaryRefusals.NameUnfit();
        }

        var serial = int.Parse(code.Value.AsSpan(parent.Code.Length), System.Globalization.CultureInfo.InvariantCulture);
        return new GridRow(
            areas.Grids.NextLocal,
            code.Value,
            wanted?.Name ?? $"第{ChineseNumeral.From(serial)}网格",
            wanted?.NameEnglish ?? (wanted?.Name is null ? $"Grid {serial}" : null),
            community,
            Workers: 0);
    }

    /// <summary>A code below a parent's: the wanted one if it fits the scheme and is free, else the lowest that is free.</summary>
    public Result<string> ChildCode(string parent, string? wanted, LatticePoint? place)
    {
        if (wanted is not null)
        {
            return !AreaCode.IsChild(wanted, parent) ? BoundaryRefusals.CodeUnfit(wanted, parent, place)
                : areas.HasCode(wanted) ? BoundaryRefusals.CodeTaken(wanted, place)
                : wanted;
        }

        for (var serial = 1; serial <= AreaCode.SerialMost; serial++)
        {
            if (!areas.HasCode(AreaCode.Child(parent, serial)))
            {
                return AreaCode.Child(parent, serial);
            }
        }

        return BoundaryRefusals.CodesUsedUp(parent);
    }

    public static bool Holds(string? name) =>
        name is null || (!string.IsNullOrWhiteSpace(name) && name.Length <= MaxName && !name.Any(char.IsControl));
}
