using GridMap.Core.Boundaries;
using GridMap.Core.Boundaries.Editing;
using GridMap.Core.Geography;

namespace GridMap.Benchmarks.Items;

/// <summary>A city of atoms that lie in rows and columns, with bent streets between them; grids of two by two atoms, communities of seven by seven grids.</summary>
public static class BoundaryCity
{
    /// <summary>Some 100 m.</summary>
    private const int Side = 10_000;

    private const int BuildingsPerAtom = 4;

    /// <summary>The rules that the program comes with.</summary>
    public static BoundaryRules Rules { get; } = ReadRules();

    private static readonly LatticePoint Corner = new(1_162_000_000, 399_000_000);

    /// <summary>Columns and rows must be even.</summary>
    public static DivisionRows Make(int columns, int rows, Random random)
    {
        var nodes = Nodes(columns, rows, random);
        var edges = Edges(nodes, columns, rows, random).Select((edge, i) => edge with { Id = i + 1 }).ToArray();
        var atoms = Enumerable.Range(0, columns * rows)
            .Select(i => new AtomRow(i + 1, "block", Centre(i % columns, i / columns), GridAt(i % columns / 2, i / columns / 2, columns / 2))).ToArray();
        var buildings = atoms.SelectMany((atom, i) => Enumerable.Range(0, BuildingsPerAtom).Select(b => new BuildingRow(
            i * BuildingsPerAtom + b + 1, atom.Id, Near(atom.LabelPoint, random), random.Next(15, 35), random.Next(40, 90), random.Next(15)))).ToArray();
        var (communityColumns, communityRows) = ((columns / 2 + 6) / 7, (rows / 2 + 6) / 7);
        var communities = Enumerable.Range(0, communityColumns * communityRows)
            .Select(c => new CommunityRow(100_001 + c, $"110106{c / 999 + 1:D3}{c % 999 + 1:D3}", $"社区{c}", null, 200_001 + c / 999)).ToArray();
        var grids = Enumerable.Range(0, columns / 2 * (rows / 2)).Select(g =>
        {
            var (x, y) = (g % (columns / 2), g / (columns / 2));
            var community = communities[y / 7 * communityColumns + x / 7];
            return new GridRow(g + 1, $"{community.Code}{y % 7 * 7 + x % 7 + 1:D3}", $"网格{g}", null, community.Id, 1);
        }).ToArray();
        return new DivisionRows(
            atoms, edges, [.. nodes.Select((node, i) => new NodeRow(i + 1, node))], buildings, grids, communities,
            [.. communities.Select(community => community.Subdistrict).Distinct().Select(id => new SubdistrictRow(id, $"110106{id - 200_000:D3}", $"街道{id}", null))]);
    }

    /// <summary>A point of an atom well away from its bent borders.</summary>
    public static LatticePoint Near(LatticePoint label, Random random) =>
        new(label.X + random.Next(-Side / 3, Side / 3), label.Y + random.Next(-Side / 3, Side / 3));

    private static BoundaryRules ReadRules()
    {
        using var reader = new StreamReader(typeof(BoundaryCity).Assembly.GetManifestResourceStream("boundary-rules.json")!);
        return BoundaryRuleBook.FromJson(reader.ReadToEnd()).Value.Rules;
    }

    private static int GridAt(int x, int y, int columns) => y * columns + x + 1;

    private static LatticePoint Centre(int x, int y) => new(Corner.X + x * Side + Side / 2, Corner.Y + y * Side + Side / 2);

    private static LatticePoint[] Nodes(int columns, int rows, Random random)
    {
        var nodes = new LatticePoint[(columns + 1) * (rows + 1)];
        for (var i = 0; i < nodes.Length; i++)
        {
            var (x, y) = (i % (columns + 1), i / (columns + 1));
            nodes[i] = new LatticePoint(Corner.X + x * Side + Bend(x, columns, random), Corner.Y + y * Side + Bend(y, rows, random));
        }

        return nodes;
    }

    // The outline stays straight.
    private static int Bend(int at, int last, Random random) => at == 0 || at == last ? 0 : random.Next(-800, 800);

    private static IEnumerable<EdgeRow> Edges(LatticePoint[] nodes, int columns, int rows, Random random)
    {
        int Node(int x, int y) => y * (columns + 1) + x;
        int? Atom(int x, int y) => x < 0 || y < 0 || x >= columns || y >= rows ? null : y * columns + x + 1;
        for (var y = 0; y <= rows; y++)
        {
            for (var x = 0; x <= columns; x++)
            {
                if (x < columns)
                {
                    yield return Edge(nodes, Node(x, y), Node(x + 1, y), Atom(x, y), Atom(x, y - 1), y == 0 || y == rows, random);
                }

                if (y < rows)
                {
                    yield return Edge(nodes, Node(x, y), Node(x, y + 1), Atom(x - 1, y), Atom(x, y), x == 0 || x == columns, random);
                }
            }
        }
    }

    private static EdgeRow Edge(LatticePoint[] nodes, int start, int end, int? left, int? right, bool isOutline, Random random)
    {
        var (a, b) = (nodes[start], nodes[end]);
        LatticePoint Between(int part) => new(a.X + (b.X - a.X) / 4 * part + random.Next(-150, 150), a.Y + (b.Y - a.Y) / 4 * part + random.Next(-150, 150));
        LatticePoint[] course = isOutline ? [a, b] : [a, Between(1), Between(2), Between(3), b];
        return new EdgeRow(0, start + 1, end + 1, left, right, "road", course);
    }
}
