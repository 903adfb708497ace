namespace GridMap.Core.Boundaries.Editing.Operations;

internal static class CreateGridOfAtoms
{
    public static Result<Operation> Run(Edit edit, CreateGrid operation)
    {
        var atoms = edit.FindAtoms(operation.Atoms);
        if (atoms.Refusal is { } missing)
        {
            return missing;
        }

        var made = edit.NewGrid(operation.Community, operation.New, edit.Land.LabelOf(atoms.Value[0]));
        if (made.Refusal is { } unfit)
        {
            return unfit;
        }

        edit.Do(new GridChange(null, made.Value));
        return ReassignAtoms.Give(edit, atoms.Value, edit.Areas.Grids[made.Value.Id]) is { } refused
            ? refused
            : new CreateGrid(operation.Community, [.. atoms.Value.Select(edit.Land.IdOf)], NameOf(made.Value));
    }

    public static NewGrid NameOf(GridRow row) => new(row.Code, row.Name, row.NameEnglish);
}
