namespace GridMap.Core.Boundaries.Editing.Operations;

internal static class ReassignAtoms
{
    public static Result<Operation> Run(Edit edit, Reassign operation)
    {
        if (!edit.Areas.Grids.TryFind(operation.Grid, out var target))
        {
            return BoundaryRefusals.GridUnknown(operation.Grid);
        }

        var atoms = edit.FindAtoms(operation.Atoms);
        if (atoms.Refusal is { } missing)
        {
            return missing;
        }

        return Give(edit, atoms.Value, target) is { } refused ? refused : operation with { Atoms = [.. atoms.Value.Select(edit.Land.IdOf)] };
    }

    /// <summary>Gives atoms to a grid unless a grid would lose its last or nothing would change.</summary>
    public static Refusal? Give(Edit edit, int[] atoms, int target)
    {
        var losing = atoms.Where(atom => edit.Land.Owner[atom] != target).GroupBy(atom => edit.Land.Owner[atom]).ToList();
        if (losing.Count == 0)
        {
            return BoundaryRefusals.NothingChanges(edit.Land.LabelOf(atoms[0]));
        }

        var emptied = losing.Find(group => group.Count() == edit.Areas.AtomsOf(group.Key).Count);
        if (emptied is not null)
        {
            return BoundaryRefusals.GridEmptied(edit.Areas.RowOf(emptied.Key).Code, edit.Land.LabelOf(emptied.First()));
        }

        edit.Give(atoms, edit.Areas.RowOf(target).Id);
        return null;
    }
}
