using GridMap.Core.Boundaries.Editing.Cutting;
using GridMap.Core.Geography;

namespace GridMap.Core.Boundaries.Editing.Operations;

internal static class SplitGridByLine
{
    public static Result<Operation> Run(Edit edit, SplitByLine operation)
    {
        if (!edit.Areas.Grids.TryFind(operation.Grid, out var grid))
        {
            return BoundaryRefusals.GridUnknown(operation.Grid);
        }

        var line = DrawnLine.Read(operation.Line, edit.PlaceOf(operation.Grid));
        if (line.Refusal is { } unfit)
        {
            return unfit;
        }

        if (FindEndInside(edit, grid, line.Value) is { } inside)
        {
            return DrawnLine.EndsInside(inside);
        }

        var sides = new LineSides(edit.Land, edit.Areas, grid, line.Value);
        if (!sides.Parts)
        {
            return DrawnLine.Outside(line.Value[0]);
        }

        if (!operation.WholeAtoms && LineCuts.Cut(edit, grid, line.Value) is { } refused)
        {
            return refused;
        }

        return Part(edit, operation, grid, sides);
    }

    /// <summary>An end of the line that lies in the grid's land, not at its border.</summary>
    private static LatticePoint? FindEndInside(Edit edit, int grid, LatticePoint[] line)
    {
        var shape = DivisionShapes.OfGrid(edit.Land, edit.Areas, grid);
        var border = shape.Boundary;
        foreach (var end in new[] { line[0], line[^1] })
        {
            var place = Lattice.Factory.CreatePoint(end.ToCoordinate());
            if (shape.Contains(place) && border.Distance(place) * Lattice.StepsPerDegree > AtomBorder.SnapSteps)
            {
                return end;
            }
        }

        return null;
    }

    private static Result<Operation> Part(Edit edit, SplitByLine operation, int grid, LineSides sides)
    {
        var (left, right) = (new List<int>(), new List<int>());
        foreach (var atom in edit.Areas.AtomsOf(grid).OrderBy(edit.Land.IdOf))
        {
            switch (sides.IsLeft(edit.Land.LabelOf(atom)))
            {
                case true: left.Add(atom); break;
                case false: right.Add(atom); break;
            }
        }

        if (left.Count == 0 || right.Count == 0)
        {
            return BoundaryRefusals.At(
                edit.PlaceOf(operation.Grid),
                "SPLIT_ONE_SIDED",
                "All land lies on one side of the line; draw it across the middle, or let it cut what it crosses.",
                "全部土地都在线的一侧；请从中间穿过，或允许切开所经地块。");
        }

        var leaving = Weight(edit, left).CompareTo(Weight(edit, right)) >= 0 ? right : left;
        var made = edit.NewGrid(edit.Areas.RowOf(grid).Community, operation.New, edit.Land.LabelOf(leaving[0]));
        if (made.Refusal is { } unfit)
        {
            return unfit;
        }

        edit.Do(new GridChange(null, made.Value));
        edit.Give(leaving, made.Value.Id);
        return operation with { New = CreateGridOfAtoms.NameOf(made.Value) };
    }

    private static (int Households, long Area) Weight(Edit edit, List<int> atoms) =>
        (atoms.Sum(atom => edit.Land.Measures[atom].Households), atoms.Sum(atom => edit.Land.TwiceArea[atom]));
}
