using GridMap.Core.Boundaries.Editing.Cutting;
using GridMap.Core.Geography;

namespace GridMap.Core.Boundaries.Editing.Operations;

internal static class CutAtom
{
    public static Result<Operation> Run(Edit edit, Cut operation)
    {
        if (!edit.Land.Atoms.TryFind(operation.Atom, out var atom))
        {
            return BoundaryRefusals.AtomUnknown(operation.Atom);
        }

        var line = DrawnLine.Read(operation.Line, edit.Land.LabelOf(atom));
        if (line.Refusal is { } unfit)
        {
            return unfit;
        }

        var cut = new AtomCut(edit, atom);
        var change = cut.Along(line.Value);
        if (change.Refusal is { } refused)
        {
            return refused;
        }

        if (change.Value is null)
        {
            return cut.FindTouch(line.Value) is { } touch ? TouchesOnly(touch) : DrawnLine.Outside(line.Value[0]);
        }

        edit.Do(change.Value);
        return operation;
    }

    private static Refusal TouchesOnly(LatticePoint place) => BoundaryRefusals.At(
        place,
        "CUT_TOUCHES_ONLY",
        "The line only touches the land, in a corner or along its border; draw it across.",
        "该线只触及地块的一角或边界；请穿过地块画线。");
}
