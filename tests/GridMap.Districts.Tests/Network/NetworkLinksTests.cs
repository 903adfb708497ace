using GridMap.Core.Geography;
using GridMap.Districts.Network;
using NetTopologySuite.Geometries;

namespace GridMap.Districts.Tests.Network;

/// <summary>A street along y = 0 from x = 0 to x = 400 m; doors north of it.</summary>
public sealed class NetworkLinksTests
{
    private static readonly WalkingRules Rules = new();

    private readonly LocalMetric _metric = new(LatticePoint.From(new Coordinate(117.2, 40.1)));

    [Fact]
    public void A_door_links_to_the_nearest_point_of_the_edge_and_not_to_a_node()
    {
        var link = Link(Town(), 100, 30);
        Assert.Null(link.UnlinkableReason);
        Assert.Equal(0.25, link.Fraction, 3);
        Assert.Equal(30, link.OffRoadMeters, 0.01);
    }

    [Fact]
    public void A_door_farther_than_the_rule_cannot_be_linked() => Assert.Equal("too_far", Link(Town(), 200, 151).UnlinkableReason);

    [Fact]
    public void Water_between_door_and_road_forbids_the_link()
    {
        var canal = new WaterDraft("river", null, Box(-50, 10, 450, 20));
        Assert.Equal("across_water", Link(Town() with { Waters = [canal] }, 200, 40).UnlinkableReason);
        Assert.Null(Link(Town() with { Waters = [canal] }, 200, 5).UnlinkableReason);
    }

    [Fact]
    public void A_pool_is_stepped_around() =>
        Assert.Null(Link(Town() with { Waters = [new WaterDraft("pool", null, Box(190, 10, 210, 20))] }, 200, 40).UnlinkableReason);

    [Fact]
    public void A_wall_forbids_the_link_and_its_gate_allows_it()
    {
        var draft = Town() with { Compounds = [Walled(gateX: 300)] };
        Assert.Equal("across_wall", Link(draft, 150, 40).UnlinkableReason);
        Assert.Null(Link(draft, 300, 40).UnlinkableReason);
    }

    [Fact]
    public void Inside_a_wall_the_own_paths_are_linked_though_the_street_is_nearer()
    {
        var path = Road([(300, 0), (300, 90), (100, 90)]);
        var draft = Town([path]) with { Compounds = [Walled(gateX: 300)] };
        var link = Link(draft, 150, 30);
        Assert.Null(link.UnlinkableReason);
        Assert.Equal(60, link.OffRoadMeters, 0.01);
    }

    [Fact]
    public void A_shop_in_the_wall_opens_to_the_street() =>
        Assert.Null(Link(Town() with { Compounds = [Walled(gateX: 300)] }, 150, 10).UnlinkableReason);

    [Fact]
    public void Another_compounds_gate_is_of_no_help()
    {
        var other = new CompoundDraft("乙", "walled", "乙", null, Lattice.Factory.CreateMultiPoint([Point(150, 10)]), Box(380, 10, 395, 100));
        Assert.Equal("across_wall", Link(Town() with { Compounds = [Walled(gateX: 300), other] }, 150, 40).UnlinkableReason);
    }

    [Fact]
    public void A_bridge_cannot_be_entered_from_the_side()
    {
        var bridge = Road([(0, 40), (400, 40)]) with { IsBridge = true };
        Assert.Equal(50, Link(Town([bridge]), 200, 50).OffRoadMeters, 0.01);
    }

    [Fact]
    public void Roads_are_connected_where_they_share_a_vertex_and_only_there()
    {
        var crossing = Road([(200, -100), (200, 0), (200, 100)]);
        var over = Road([(300, -100), (300, 100)]);
        var street = Road([(0, 0), (200, 0), (400, 0)]);
        var network = NetworkBuilder.Build(Town() with { Roads = [street, crossing, over] }, Rules);
        Assert.Equal(5, network.Edges.Length);
        Assert.Equal(7, network.Nodes.Length);
    }

    [Fact]
    public void A_gate_beside_the_road_parts_the_nearest_road()
    {
        var network = NetworkBuilder.Build(Town() with { Compounds = [Walled(gateX: 300)] }, Rules);
        Assert.Equal(2, network.Edges.Length);
        Assert.Equal([100, 300], network.Edges.Select(edge => Math.Round(edge.LengthMeters)).Order());
    }

    [Fact]
    public void Steps_are_walked_more_slowly()
    {
        var steps = Road([(0, 50), (120, 50)]) with { IsSteps = true };
        var network = NetworkBuilder.Build(Town([steps]), Rules);
        Assert.Equal([400 / 1.2, 120 / 0.6], network.Edges.Select(edge => Math.Round(edge.WalkSeconds, 1)).Select(seconds => seconds), (a, b) => Math.Abs(a - b) < 0.2);
    }

    [Fact]
    public void Roads_that_are_not_walkable_are_left_out()
    {
        var motorway = Road([(0, 20), (400, 20)]) with { Class = "motorway", Walkable = false };
        Assert.Equal(30, Link(Town([motorway]), 200, 30).OffRoadMeters, 0.01);
    }

    private NetworkLink Link(DistrictDraft draft, double x, double y) =>
        new NetworkLinks(draft, NetworkBuilder.Build(draft, Rules), Rules).Find(At(x, y));

    private DistrictDraft Town(IReadOnlyList<RoadDraft>? more = null) => TestTown.Draw(1, 1) with
    {
        Roads = [Road([(0, 0), (400, 0)]), .. more ?? []],
        Waters = [],
        Compounds = [],
        Buildings = [],
        Facilities = [],
    };

    private CompoundDraft Walled(double gateX) =>
        new("甲", "walled", "甲", null, Lattice.Factory.CreateMultiPoint([Point(gateX, 10)]), Box(20, 10, 370, 130));

    private RoadDraft Road((double X, double Y)[] course) => new(
        "residential", null, Lattice.Factory.CreateLineString(Array.ConvertAll(course, point => At(point.X, point.Y).ToCoordinate())),
        IsBridge: false, IsTunnel: false, IsSteps: false, Walkable: true);

    private Point Point(double x, double y) => Lattice.Factory.CreatePoint(At(x, y).ToCoordinate());

    private Polygon Box(double west, double south, double east, double north) => Lattice.Factory.CreatePolygon(
        Array.ConvertAll(new[] { (west, south), (east, south), (east, north), (west, north), (west, south) }, corner => At(corner.Item1, corner.Item2).ToCoordinate()));

    private LatticePoint At(double x, double y) => _metric.ToLattice(new Coordinate(x, y));
}
