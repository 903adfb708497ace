namespace GridMap.Core.Boundaries.Editing.Operations;

internal static class MoveGridToCommunity
{
    public static Result<Operation> Run(Edit edit, MoveGrid operation)
    {
        if (!edit.Areas.Grids.TryFind(operation.Grid, out var grid))
        {
            return BoundaryRefusals.GridUnknown(operation.Grid);
        }

        if (!edit.Areas.Communities.TryGetValue(operation.Community, out var community))
        {
            return BoundaryRefusals.CommunityUnknown(operation.Community);
        }

        var before = edit.Areas.RowOf(grid);
        if (before.Community == operation.Community)
        {
            return BoundaryRefusals.NothingChanges(edit.PlaceOf(before.Id));
        }

        var code = edit.ChildCode(community.Code, operation.Code, edit.PlaceOf(before.Id));
        if (code.Refusal is { } unfit)
        {
            return unfit;
        }

        edit.Do(new GridChange(before, before with { Community = operation.Community, Code = code.Value }));
        return operation with { Code = code.Value };
    }
}
