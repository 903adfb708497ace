using GridMap.Core.Boundaries.Editing;
using GridMap.Core.Boundaries.Planning;

namespace GridMap.Server.Boundaries;

/// <summary>What a plan comes down to, and what follows from it for shapes and for those who work in its grids; ids as in the plan.</summary>
public sealed class PlanOutcome
{
    private readonly PlanDraft _draft;
    private readonly LandChange[] _land;

    public PlanOutcome(PlanDraft draft)
    {
        _draft = draft;
        Changes = NetChanges.Of(draft.Done.SelectMany(outcome => outcome.Inverse.Changes.Reverse().Select(change => change.Invert())));
        _land = [.. Changes.OfType<LandChange>()];
        Retired = [.. Changes.OfType<GridChange>().Where(change => change.After is null).Select(change => change.Before!.Id).Order()];
        BentAtoms = [.. FindBentAtoms()];
        Shaped = [.. FindShaped().Distinct().Where(draft.Division.HasGrid).Order()];
        Formerly = [.. FindShaped().Distinct().Where(draft.InForce.Division.HasGrid).Order()];
        var redrawn = new RedrawnAreas(draft.InForce.Division, draft.Division, Changes);
        Communities = redrawn.Communities();
        Subdistricts = redrawn.Subdistricts();
        IsOutlineCut = redrawn.IsOutlineCut();
    }

    public Change[] Changes { get; }

    /// <summary>Grids that are no more.</summary>
    public int[] Retired { get; }

    /// <summary>Atoms that stay, beside edges that are new: their border has another vertex.</summary>
    public int[] BentAtoms { get; }

    /// <summary>Grids that are there afterwards and whose shape or sums may be others.</summary>
    public int[] Shaped { get; }

    /// <summary>Grids that were there before and whose shape or sums may be others afterwards.</summary>
    public int[] Formerly { get; }

    /// <summary>Communities whose land or border is another.</summary>
    public int[] Communities { get; }

    /// <summary>Subdistricts whose land or border is another.</summary>
    public int[] Subdistricts { get; }

    /// <summary>Whether the outer border may have another vertex.</summary>
    public bool IsOutlineCut { get; }

    /// <summary>Which grid takes over most households of each retired one; of its atoms, if nobody lives there.</summary>
    public int[] Heirs => Array.ConvertAll(Retired, FindHeir);

    private int FindHeir(int retired)
    {
        var before = _draft.InForce.Division;
        var taken = Changes.OfType<OwnerChange>().Where(change => change.From == retired)
            .SelectMany(change => change.Atoms, (change, atom) => (Grid: change.To, before.NumbersOfAtom(atom).Households));
        var cut = _land.SelectMany(change => change.Added.Atoms).Where(row => Lay(row, retired)).Select(row => (row.Grid, Households: 0));
        return taken.Concat(cut).GroupBy(part => part.Grid)
            .OrderByDescending(grid => grid.Sum(part => part.Households)).ThenByDescending(grid => grid.Count()).ThenByDescending(grid => grid.Key)
            .First().Key;
    }

    private bool Lay(AtomRow row, int grid) =>
        _draft.InForce.Division.AtomsOf(grid).Any(atom => _draft.InForce.Division.ShapeOfAtom(atom).EnvelopeInternal.Contains(row.LabelPoint.ToCoordinate()));

    private IEnumerable<int> FindBentAtoms() => _land
        .SelectMany(change => change.Added.Edges)
        .SelectMany(edge => new[] { edge.Left, edge.Right })
        .OfType<int>()
        .Distinct()
        .Except(_land.SelectMany(change => change.Added.Atoms).Select(row => row.Id))
        .Order();

    private IEnumerable<int> FindShaped() =>
    [
        .. Changes.OfType<OwnerChange>().SelectMany(change => new[] { change.From, change.To }),
        .. _land.SelectMany(change => change.Removed.Atoms.Concat(change.Added.Atoms)).Select(row => row.Grid),
        .. BentAtoms.SelectMany(atom => new[] { _draft.Division.GridOf(atom), _draft.InForce.Division.GridOf(atom) }),
        .. Changes.OfType<GridChange>().Where(change => change.Before is null || change.After is null).Select(change => (change.Before ?? change.After)!.Id),
    ];
}
