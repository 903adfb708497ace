using GridMap.Core.Boundaries.Editing.Cutting;
using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Boundaries.Editing.Operations;

internal static class MoveSharedEdge
{
    private const double FarMeters = 100;

    public static Result<Operation> Run(Edit edit, MoveEdge operation)
    {
        if (!edit.Areas.Grids.TryFind(operation.Grid, out var grid))
        {
            return BoundaryRefusals.GridUnknown(operation.Grid);
        }

        if (!edit.Areas.Grids.TryFind(operation.Neighbor, out var neighbor))
        {
            return BoundaryRefusals.GridUnknown(operation.Neighbor);
        }

        if (grid == neighbor)
        {
            return BoundaryRefusals.GridsSame(edit.Areas.RowOf(grid).Code);
        }

        var line = DrawnLine.Read(operation.Line, edit.PlaceOf(operation.Grid));
        if (line.Refusal is { } unfit)
        {
            return unfit;
        }

        var border = new SharedBorder(edit.Land, edit.Areas, grid, neighbor);
        if (border.IsEmpty)
        {
            return BoundaryRefusals.GridsNotNeighbors(edit.Areas.RowOf(grid).Code, edit.Areas.RowOf(neighbor).Code, edit.PlaceOf(operation.Grid));
        }

        var ring = Between(border, line.Value);
        if (ring.Refusal is { } off)
        {
            return off;
        }

        if (!operation.WholeAtoms && (LineCuts.Cut(edit, grid, ring.Value.Line) ?? LineCuts.Cut(edit, neighbor, ring.Value.Line)) is { } refused)
        {
            return refused;
        }

        return Swap(edit, grid, neighbor, ring.Value.Ring) is { } nothing ? nothing : operation;
    }

    /// <summary>The line joined to the border at its ends, and the closed course of border and line: what changes hands lies within.</summary>
    private static Result<(LatticePoint[] Line, LatticePoint[] Ring)> Between(SharedBorder border, LatticePoint[] line)
    {
        var (from, to) = (border.Nearest(line[0]), border.Nearest(line[^1]));
        foreach (var (end, near) in new[] { (line[0], from), (line[^1], to) })
        {
            if (near.Meters > FarMeters)
            {
                return BoundaryRefusals.At(
                    end, "LINE_OFF_BORDER", $"The line must begin and end at the border of the two grids; this end is {near.Meters:F0} m off it.", $"该线须起止于两网格的共同边界；此端距边界 {near.Meters:F0} 米。");
            }
        }

        if (border.Between(from.Place, to.Place) is not { } old)
        {
            return BoundaryRefusals.At(
                line[0], "BORDER_INTERRUPTED", "Another grid lies between the line's ends; begin and end on one stretch of border.", "线的两端之间隔着其他网格；请在同一段边界上起止。");
        }

        // An end that is as good as on the border is moved onto it; from farther off the line is drawn on to it.
        var inner = line.AsSpan();
        inner = inner.Length > 0 && Segments.Distance(line[0], from.Place.Point) <= AtomBorder.SnapSteps ? inner[1..] : inner;
        inner = inner.Length > 0 && Segments.Distance(line[^1], to.Place.Point) <= AtomBorder.SnapSteps ? inner[..^1] : inner;
        LatticePoint[] joined = [from.Place.Point, .. inner, to.Place.Point];
        joined = [.. joined.Where((point, i) => i == 0 || point != joined[i - 1])];
        return (joined, [.. old, .. joined.Reverse()]);
    }

    private static Refusal? Swap(Edit edit, int grid, int neighbor, LatticePoint[] ring)
    {
        var mine = Within(edit, grid, ring);
        var theirs = Within(edit, neighbor, ring);
        if (mine.Length + theirs.Length == 0)
        {
            return BoundaryRefusals.NothingChanges(ring[0]);
        }

        var (from, to) = (edit.Areas.RowOf(grid), edit.Areas.RowOf(neighbor));
        if (mine.Length == edit.Areas.AtomsOf(grid).Count && theirs.Length == 0)
        {
            return BoundaryRefusals.GridEmptied(from.Code, ring[0]);
        }

        if (theirs.Length == edit.Areas.AtomsOf(neighbor).Count && mine.Length == 0)
        {
            return BoundaryRefusals.GridEmptied(to.Code, ring[0]);
        }

        edit.Give(mine, to.Id);
        edit.Give(theirs, from.Id);
        return null;
    }

    private static int[] Within(Edit edit, int grid, LatticePoint[] ring) =>
        [.. edit.Areas.AtomsOf(grid).Where(atom => Rings.Locate(ring, edit.Land.LabelOf(atom)) == Location.Interior).OrderBy(edit.Land.IdOf)];
}
