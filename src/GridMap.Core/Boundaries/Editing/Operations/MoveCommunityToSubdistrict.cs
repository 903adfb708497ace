namespace GridMap.Core.Boundaries.Editing.Operations;

internal static class MoveCommunityToSubdistrict
{
    public static Result<Operation> Run(Edit edit, MoveCommunity operation)
    {
        if (!edit.Areas.Communities.TryGetValue(operation.Community, out var before))
        {
            return BoundaryRefusals.CommunityUnknown(operation.Community);
        }

        if (!edit.Areas.Subdistricts.TryGetValue(operation.Subdistrict, out var subdistrict))
        {
            return BoundaryRefusals.SubdistrictUnknown(operation.Subdistrict);
        }

        if (before.Subdistrict == operation.Subdistrict)
        {
            return BoundaryRefusals.NothingChanges(null);
        }

        var code = edit.ChildCode(subdistrict.Code, operation.Code, null);
        if (code.Refusal is { } unfit)
        {
            return unfit;
        }

        edit.Do(new CommunityChange(before, before with { Subdistrict = operation.Subdistrict, Code = code.Value }));
        foreach (var id in edit.Areas.GridsOf(before.Id).Order().ToArray())
        {
            var grid = edit.Areas.RowOf(edit.Areas.Grids[id]);
            edit.Do(new GridChange(grid, grid with { Code = code.Value + grid.Code[^3..] }));
        }

        return operation with { Code = code.Value };
    }
}
