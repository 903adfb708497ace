using GridMap.Core.Boundaries.Editing.Cutting;

namespace GridMap.Core.Boundaries.Editing.Operations;

internal static class HealAtoms
{
    public static Result<Operation> Run(Edit edit, Heal operation)
    {
        var atoms = edit.FindAtoms(operation.Atoms);
        if (atoms.Refusal is { } missing)
        {
            return missing;
        }

        var (land, members) = (edit.Land, atoms.Value);
        if (members.Length < 2)
        {
            return BoundaryRefusals.At(
                land.LabelOf(members[0]), "ATOMS_TOO_FEW", "Select at least two atoms that lie side by side.", "请至少选择两个相邻的基本单元。");
        }

        var other = Array.FindIndex(members, atom => land.Owner[atom] != land.Owner[members[0]]);
        if (other >= 0)
        {
            return BoundaryRefusals.At(
                land.LabelOf(members[other]), "ATOMS_OF_SEVERAL_GRIDS", "This atom belongs to another grid; heal atoms of one grid only.", "该单元属于另一网格；只能合并同一网格内的单元。");
        }

        if (FindApart(land, members) is { } apart)
        {
            return BoundaryRefusals.At(
                land.LabelOf(apart), "ATOMS_APART", "This atom has no common border with the others; select atoms that lie side by side.", "该单元与其他单元不相邻；请选择相邻的单元。");
        }

        edit.Do(new AtomHealing(land, edit.Areas, members, land.Atoms[operation.Atoms[0]]).Make());
        return operation;
    }

    /// <summary>An atom that cannot be reached from the first across edges between the members.</summary>
    private static int? FindApart(LandTable land, int[] members)
    {
        var waiting = members.ToHashSet();
        var open = new Stack<int>([members[0]]);
        waiting.Remove(members[0]);
        while (open.TryPop(out var atom))
        {
            foreach (var edge in land.EdgesOf(atom))
            {
                if (waiting.Remove(land.Across(edge, atom)))
                {
                    open.Push(land.Across(edge, atom));
                }
            }
        }

        return waiting.Count == 0 ? null : waiting.MinBy(land.IdOf);
    }
}
