using GridMap.Districts.Demo.Plane;

namespace GridMap.Districts.Demo.Ground;

/// <summary>What was there before the town: the river, the hills and the edge of the district; and the railway, which the town grew around.</summary>
internal sealed class Terrain
{
    public const double EmbankmentMeters = 38;

    private readonly Noise _hills;
    private readonly DemoSize _size;

    public Terrain(long seed, DemoSize size, Fabric fabric)
    {
        _size = size;
        _hills = new(seed * 7 + 5, size.CellMeters * 3);
        River = Band(fabric, -1.25, 0.34, Chance.Of(seed, "river"));
        Rail = Band(fabric, size.UrbanCells * 0.62, 0.05, Chance.Of(seed, "rail"));
        var width = new Noise(seed * 5 + 3, size.CellMeters * 2);
        var half = size.UrbanCells * 4 + 26;
        LeftBank = Lines.Offset(River, i => half * (1 + 0.25 * width.At(River[i])));
        RightBank = Lines.Offset(River, i => -half * (1 + 0.25 * width.At(River[i])));
        LeftRoad = Lines.Offset(River, _ => half * 1.3 + EmbankmentMeters);
        RightRoad = Lines.Offset(River, _ => -half * 1.3 - EmbankmentMeters);
        LeftPath = Lines.Offset(River, _ => half * 1.3 + 9);
        RightPath = Lines.Offset(River, _ => -half * 1.3 - 9);
        Motorway = size.UrbanCells > 2 ? Band(fabric, -size.UrbanCells - 1.45, 0.12, Chance.Of(seed, "motorway")) : [];
        Extent = Edge(seed, size);
    }

    /// <summary>The river's course from west to east.</summary>
    public IReadOnlyList<Vec> River { get; }

    public IReadOnlyList<Vec> LeftBank { get; }

    public IReadOnlyList<Vec> RightBank { get; }

    /// <summary>The road on the northern embankment.</summary>
    public IReadOnlyList<Vec> LeftRoad { get; }

    public IReadOnlyList<Vec> RightRoad { get; }

    /// <summary>The footpath between river and embankment road.</summary>
    public IReadOnlyList<Vec> LeftPath { get; }

    public IReadOnlyList<Vec> RightPath { get; }

    public IReadOnlyList<Vec> Rail { get; }

    /// <summary>Empty where the district is too small for one.</summary>
    public IReadOnlyList<Vec> Motorway { get; }

    public Ring Extent { get; }

    /// <summary>Between the two embankment roads.</summary>
    public Ring RiverBelt => new([.. LeftRoad, .. RightRoad.Reverse()]);

    public Ring RiverBed => new([.. LeftBank, .. RightBank.Reverse()]);

    /// <summary>How hilly: above 0 the land is wooded. Hills rise towards the north-west rim.</summary>
    public double HillAt(Vec place)
    {
        var rim = place.Length / _size.ExtentMeters;
        var side = (place.Y - place.X * 0.6) / _size.ExtentMeters;
        return rim * 0.8 + side * 0.5 - 0.86 + 0.42 * _hills.At(place);
    }

    private static List<Vec> Band(Fabric fabric, double rows, double swing, Chance chance)
    {
        var size = fabric.Size;
        var reach = size.ExtentMeters * 1.35;
        double phase = chance.Between(0, Trig.Tau), wave = size.CellMeters * 4.3;
        List<Vec> knots = [];
        for (var x = -reach; x <= reach; x += size.CellMeters / 6)
        {
            var y = rows + swing * Trig.Sin(x / wave * Trig.Tau + phase) + swing * 0.45 * Trig.Sin(x / wave * 2.3 * Trig.Tau + phase * 2);
            knots.Add(fabric.ToPlane(new Vec(x, y * size.CellMeters)));
        }

        return Lines.Smooth(knots, 30);
    }

    private static Ring Edge(long seed, DemoSize size)
    {
        var ragged = new Noise(seed * 11 + 7, size.ExtentMeters * 0.45);
        List<Vec> points = [];
        const int corners = 96;
        for (var i = 0; i < corners; i++)
        {
            var direction = Vec.OfAngle(Trig.Tau * i / corners);
            var reach = size.ExtentMeters * (1 + 0.16 * ragged.At(direction * size.ExtentMeters));
            points.Add(direction * reach);
        }

        return new(points);
    }
}
