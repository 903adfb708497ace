namespace GridMap.Core.Boundaries.Editing.Operations;

internal static class RenumberGrid
{
    public static Result<Operation> Run(Edit edit, Renumber operation)
    {
        if (!edit.Areas.Grids.TryFind(operation.Grid, out var grid))
        {
            return BoundaryRefusals.GridUnknown(operation.Grid);
        }

        var before = edit.Areas.RowOf(grid);
        if (operation.Code != before.Code)
        {
            var code = edit.ChildCode(edit.Areas.Communities[before.Community].Code, operation.Code, PlaceOfCode(edit, operation.Code) ?? edit.PlaceOf(before.Id));
            if (code.Refusal is { } unfit)
            {
                return unfit;
            }
        }

        if (!Edit.Holds(operation.Name) || !Edit.Holds(operation.NameEnglish))
        {
            return BoundaryRefusals.NameUnfit();
        }

        var after = before with { Code = operation.Code, Name = operation.Name ?? before.Name, NameEnglish = operation.NameEnglish ?? before.NameEnglish };
        if (after == before)
        {
            return BoundaryRefusals.NothingChanges(edit.PlaceOf(before.Id));
        }

        edit.Do(new GridChange(before, after));
        return operation;
    }

    /// <summary>Where the grid is that has a code already.</summary>
    private static Geography.LatticePoint? PlaceOfCode(Edit edit, string code) =>
        edit.Areas.FindByCode(code) is { } id && edit.Areas.Grids.Has(id) ? edit.PlaceOf(id) : null;
}
