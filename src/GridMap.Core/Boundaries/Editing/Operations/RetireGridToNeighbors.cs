namespace GridMap.Core.Boundaries.Editing.Operations;

internal static class RetireGridToNeighbors
{
    public static Result<Operation> Run(Edit edit, RetireGrid operation)
    {
        if (!edit.Areas.Grids.TryFind(operation.Grid, out var grid))
        {
            return BoundaryRefusals.GridUnknown(operation.Grid);
        }

        var row = edit.Areas.RowOf(grid);
        while (edit.Areas.AtomsOf(grid).Count > 0)
        {
            if (FindNext(edit, grid) is not { } next)
            {
                return BoundaryRefusals.GridAlone(row.Code, edit.PlaceOf(row.Id));
            }

            edit.Do(new OwnerChange([edit.Land.IdOf(next.Atom)], row.Id, edit.Areas.RowOf(next.Taker).Id));
        }

        edit.Do(new GridChange(row, null));
        return operation;
    }

    /// <summary>The atom with the longest border to one other grid, so that what is left of the grid shrinks from its rim.</summary>
    private static (int Atom, int Taker)? FindNext(Edit edit, int grid)
    {
        var best = default((int Atom, int Taker)?);
        var most = 0L;
        foreach (var atom in edit.Areas.AtomsOf(grid).OrderBy(edit.Land.IdOf))
        {
            foreach (var (taker, length) in BordersOf(edit, atom, grid).OrderBy(border => edit.Areas.RowOf(border.Key).Id))
            {
                (best, most) = length > most ? ((atom, taker), length) : (best, most);
            }
        }

        return best;
    }

    private static Dictionary<int, long> BordersOf(Edit edit, int atom, int grid)
    {
        var lengths = new Dictionary<int, long>();
        foreach (var edge in edit.Land.EdgesOf(atom))
        {
            var other = edit.Land.OwnerAcross(edge, atom);
            if (other >= 0 && other != grid)
            {
                lengths[other] = lengths.GetValueOrDefault(other) + edit.Land.MillimetersOf(edge);
            }
        }

        return lengths;
    }
}
