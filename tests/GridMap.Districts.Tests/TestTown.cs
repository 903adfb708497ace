using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Districts.Tests;

/// <summary>A made-up town for tests: jittered streets, walled compounds with slabs set back from them, a river with bridges, fields at the rim.</summary>
internal sealed class TestTown(int columns, int rows, int seed)
{
    private const double BlockMeters = 360;

    private readonly Random _random = new(seed);
    private readonly LocalMetric _metric = new(LatticePoint.From(new Coordinate(117.2, 40.1)));
    private readonly List<RoadDraft> _roads = [];
    private readonly List<WaterDraft> _waters = [];
    private readonly List<GreenDraft> _greens = [];
    private readonly List<CompoundDraft> _compounds = [];
    private readonly List<BuildingDraft> _buildings = [];
    private Coordinate[,] _corners = new Coordinate[0, 0];

    public static DistrictDraft Draw(int columns = 6, int rows = 5, int seed = 1) => new TestTown(columns, rows, seed).Draw();

    private DistrictDraft Draw()
    {
        _corners = new Coordinate[columns + 1, rows + 1];
        for (var i = 0; i <= columns; i++)
        {
            for (var j = 0; j <= rows; j++)
            {
                _corners[i, j] = new Coordinate(i * BlockMeters + Jitter(40), j * BlockMeters + Jitter(40));
            }
        }

        DrawStreets();
        DrawRiver();
        for (var i = 0; i < columns; i++)
        {
            for (var j = 0; j < rows; j++)
            {
                DrawBlock(i, j);
            }
        }

        var extent = Box(-500, -500, columns * BlockMeters + 500, rows * BlockMeters + 500);
        return new DistrictDraft(
            new PlaceDescription("测试区", "Test District", "130201", "demo", true, "made up", "none", "Asia/Shanghai", null, seed),
            Lattice.Factory.CreateMultiPolygon([extent]),
            _roads,
            _waters,
            _greens,
            _compounds,
            _buildings,
            [new FacilityDraft("S1", "party_service_station", "测试党群服务站", null, "测试路1号", "Mo-Su 09:00-17:00", 10, Point(BlockMeters / 2, 30), [])],
            [new CandidateSiteDraft("shop", "测试店", Point(BlockMeters / 2, 40))],
            [new NamedSeed("东湖街道", Point(columns * BlockMeters * 0.25, rows * BlockMeters * 0.5)), new NamedSeed("西山街道", Point(columns * BlockMeters * 0.75, rows * BlockMeters * 0.5))]);
    }

    private double Jitter(double meters) => (_random.NextDouble() * 2 - 1) * meters;

    private void DrawStreets()
    {
        for (var i = 0; i <= columns; i++)
        {
            var line = Enumerable.Range(0, rows + 1).Select(j => _corners[i, j]).ToList();
            AddStreet(i % 4 == 0 ? "primary" : i % 2 == 0 ? "tertiary" : "residential", $"纵{i}路", line);
        }

        for (var j = 0; j <= rows; j++)
        {
            var line = Enumerable.Range(0, columns + 1).Select(i => _corners[i, j]).ToList();
            AddStreet(j % 4 == 0 ? "secondary" : "residential", $"横{j}街", line);
        }
    }

    private void AddStreet(string kind, string name, List<Coordinate> line) =>
        _roads.Add(new RoadDraft(kind, name, Line(line), false, false, false, Walkable: true));

    private void DrawRiver()
    {
        var x = columns * BlockMeters * 0.5 + BlockMeters * 0.5;
        var west = Enumerable.Range(0, rows * 2 + 5).Select(k => new Coordinate(x - 45 + 20 * Math.Sin(k), -600.0 + k * (rows * BlockMeters + 1200) / (rows * 2 + 4))).ToList();
        var east = west.Select(point => new Coordinate(point.X + 70, point.Y)).Reverse();
        var ring = west.Concat(east).Append(west[0]).Select(point => _metric.ToLattice(point).ToCoordinate()).ToArray();
        _waters.Add(new WaterDraft("river", "测试河", Lattice.Factory.CreatePolygon(ring)));
    }

    private void DrawBlock(int i, int j)
    {
        var (a, b, c, d) = (_corners[i, j], _corners[i + 1, j], _corners[i + 1, j + 1], _corners[i, j + 1]);
        var (west, east) = (Math.Max(a.X, d.X) + 14, Math.Min(b.X, c.X) - 14);
        var (south, north) = (Math.Max(a.Y, b.Y) + 14, Math.Min(c.Y, d.Y) - 14);
        var river = _waters[0].Shape.EnvelopeInternal;
        var block = Box(west, south, east, north);
        if (block.EnvelopeInternal.Intersects(river))
        {
            return;
        }

        var kind = _random.Next(8);
        if (kind == 0)
        {
            _greens.Add(new GreenDraft("park", "测试公园", Lattice.Factory.CreateMultiPolygon([block])));
        }
        else if (kind <= 2)
        {
            AddCompound(west, south, east, north);
        }
        else
        {
            var x = west + (east - west) * (0.4 + _random.NextDouble() * 0.2);
            var gap = kind <= 5 ? 0 : 8;
            AddCompound(west, south, x - gap, kind == 5 ? (south + north) / 2 : north);
            AddCompound(x + gap, south, east, north);
        }
    }

    private void AddCompound(double west, double south, double east, double north)
    {
        var index = _compounds.Count;
        var gate = new Coordinate((west + east) / 2, south);
        var inner = new Coordinate(gate.X, (south + north) / 2);
        _compounds.Add(new CompoundDraft(
            $"测试{index}花园", "walled", $"测试路{index}号", 2001, Lattice.Factory.CreateMultiPoint([Point(gate.X, gate.Y)]), Box(west, south, east, north)));
        _roads.Add(new RoadDraft("service", null, Line([new Coordinate(gate.X, south - 14), gate, inner]), false, false, false, Walkable: true));
        for (var y = south + 20; y + 14 < north - 8; y += 36)
        {
            for (var x = west + 14; x + 55 < east - 8; x += 68)
            {
                var levels = _random.Next(4) == 0 ? 18 : 6;
                var households = levels * 4;
                _buildings.Add(new BuildingDraft(
                    Box(x, y, x + 55, y + 13), Point(x + 27, y), index, $"{_buildings.Count}号楼", "residential", levels, households, households * 3, households / 2, false));
            }
        }
    }

    private Point Point(double x, double y) => Lattice.Factory.CreatePoint(_metric.ToLattice(new Coordinate(x, y)).ToCoordinate());

    private LineString Line(List<Coordinate> meters) =>
        Lattice.Factory.CreateLineString([.. meters.Select(point => _metric.ToLattice(point).ToCoordinate())]);

    private Polygon Box(double west, double south, double east, double north) => Lattice.Factory.CreatePolygon(
        [.. new Coordinate[] { new(west, south), new(east, south), new(east, north), new(west, north), new(west, south) }
            .Select(point => _metric.ToLattice(point).ToCoordinate())]);
}
