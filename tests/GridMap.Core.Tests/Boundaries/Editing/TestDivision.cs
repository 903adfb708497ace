using GridMap.Core.Boundaries;
using GridMap.Core.Boundaries.Editing;
using GridMap.Core.Geography;

namespace GridMap.Core.Tests.Boundaries.Editing;

/// <summary>Small divisions to redraw: ids start at 1 as in the database.</summary>
internal static class TestDivision
{
    public const string SubdistrictCode = "110106001";

    /// <summary>A chessboard of atoms of 200 households (some 85 × 111 m each) whose grids are columns of it; two subdistricts, three communities.</summary>
    public static Division Columns(int columns = 6, int rows = 4) =>
        new(Rows(RandomLand.Chessboard(columns, rows), atom => 1 + (int)((atom.X - RandomLand.At(0, 0).X) / 10_000)));

    /// <summary>Any mosaic as rows, where the grid (from 1) is chosen by where an atom lies; every atom has a building of 200 households.</summary>
    public static DivisionRows Rows(Mosaic mosaic, Func<LatticePoint, int> gridAt)
    {
        var labels = Array.ConvertAll(AreaAssembly.AssembleAtoms(mosaic), atom => LatticePoint.From(atom.InteriorPoint.Coordinate));
        var atoms = labels.Select((label, atom) => new AtomRow(atom + 1, "block", label, gridAt(label))).ToArray();
        var grids = atoms.Select(atom => atom.Grid).Distinct().Order().Select(grid => GridRowOf(grid)).ToArray();
        return new DivisionRows(
            atoms,
            [.. mosaic.Edges.Select((edge, i) => new EdgeRow(
                i + 1, edge.Start + 1, edge.End + 1, IdOf(edge.Left), IdOf(edge.Right), edge.Divider.Follows(), edge.Course))],
            [.. mosaic.Nodes.Select((node, i) => new NodeRow(i + 1, node))],
            [.. labels.Select((label, atom) => new BuildingRow(atom + 1, atom + 1, label, 200, 520, 90))],
            grids,
            [
                new CommunityRow(1001, SubdistrictCode + "001", "甲社区", null, 2001),
                new CommunityRow(1002, SubdistrictCode + "002", "乙社区", null, 2001),
                new CommunityRow(1003, "110106002001", "丙社区", null, 2002),
            ],
            [new SubdistrictRow(2001, SubdistrictCode, "东街道", null), new SubdistrictRow(2002, "110106002", "西街道", null)]);
    }

    /// <summary>The atoms of a column of the chessboard, from the south.</summary>
    public static int AtomAt(Division division, int column, int row) => division.ToRows().Atoms
        .Single(atom => InSquare(atom.LabelPoint, column, row)).Id;

    private static bool InSquare(LatticePoint point, int column, int row) =>
        (point.X - RandomLand.At(0, 0).X) / 10_000 == column && (point.Y - RandomLand.At(0, 0).Y) / 10_000 == row;

    private static GridRow GridRowOf(int grid)
    {
        var (community, code) = grid % 3 == 0 ? (1003, "110106002001") : grid % 3 == 1 ? (1001, SubdistrictCode + "001") : (1002, SubdistrictCode + "002");
        return new GridRow(grid, $"{code}{grid:D3}", $"第{grid}网格", $"Grid {grid}", community, Workers: 1);
    }

    private static int? IdOf(int atom) => atom < 0 ? null : atom + 1;
}
