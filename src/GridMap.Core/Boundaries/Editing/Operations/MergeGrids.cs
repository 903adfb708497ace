namespace GridMap.Core.Boundaries.Editing.Operations;

internal static class MergeGrids
{
    public static Result<Operation> Run(Edit edit, Merge operation)
    {
        if (!edit.Areas.Grids.TryFind(operation.Grid, out var grid))
        {
            return BoundaryRefusals.GridUnknown(operation.Grid);
        }

        if (!edit.Areas.Grids.TryFind(operation.Into, out var into))
        {
            return BoundaryRefusals.GridUnknown(operation.Into);
        }

        var (row, other) = (edit.Areas.RowOf(grid), edit.Areas.RowOf(into));
        if (grid == into)
        {
            return BoundaryRefusals.GridsSame(row.Code);
        }

        if (!AreNeighbors(edit, grid, into))
        {
            return BoundaryRefusals.GridsNotNeighbors(row.Code, other.Code, edit.PlaceOf(row.Id));
        }

        edit.Give([.. edit.Areas.AtomsOf(grid)], other.Id);
        edit.Do(new GridChange(row, null));
        return operation;
    }

    public static bool AreNeighbors(Edit edit, int grid, int other)
    {
        foreach (var atom in edit.Areas.AtomsOf(grid))
        {
            foreach (var edge in edit.Land.EdgesOf(atom))
            {
                if (edit.Land.OwnerAcross(edge, atom) == other)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
