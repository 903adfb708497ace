namespace GridMap.Core.Boundaries.Editing.Operations;

internal static class RevertChanges
{
    public static Result<Operation> Run(Edit edit, Revert operation)
    {
        if (operation.Changes.Length == 0)
        {
            return BoundaryRefusals.NothingChanges(null);
        }

        foreach (var change in operation.Changes)
        {
            if (edit.TryDo(change) is { } misfit)
            {
                return misfit;
            }
        }

        return operation;
    }
}
