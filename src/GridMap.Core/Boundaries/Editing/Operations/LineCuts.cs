using GridMap.Core.Boundaries.Editing.Cutting;
using GridMap.Core.Geography;

namespace GridMap.Core.Boundaries.Editing.Operations;

/// <summary>Cuts all atoms of a grid that a line crosses.</summary>
internal static class LineCuts
{
    /// <summary>An atom that the line grazes only (a sliver would be left, or it comes too close to the border) stays whole.</summary>
    public static Refusal? Cut(Edit edit, int grid, LatticePoint[] line)
    {
        foreach (var atom in edit.Areas.AtomsOf(grid).OrderBy(edit.Land.IdOf).ToArray())
        {
            var change = new AtomCut(edit, atom).Along(line);
            if (change.Refusal is { Code: not ("CUT_LEAVES_SLIVER" or "CUT_TOO_CLOSE" or "CUT_TOUCHES_CORNER") } refused)
            {
                return refused;
            }

            if (!change.IsRefused && change.Value is { } cut)
            {
                edit.Do(cut);
            }
        }

        return null;
    }
}
