using GridMap.Core.Geography;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace GridMap.Districts.Tests.Demo;

public sealed class RoadTests(SmallDistricts districts) : IClassFixture<SmallDistricts>
{
    public static TheoryData<long> Seeds => new(7, 8);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nearly_all_of_the_walking_network_hangs_together(long seed)
    {
        var walkable = Draft(seed).Roads.Where(road => road.Walkable).ToList();
        var component = Components(walkable);
        var lengths = walkable.GroupBy(road => component(road.Course.Coordinates[0])).Select(group => group.Sum(road => Ellipsoid.LengthMeters(road.Course))).ToList();
        Assert.True(lengths.Max() >= 0.99 * lengths.Sum());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Roads_cross_at_shared_vertices_or_over_and_under_each_other(long seed)
    {
        STRtree<LineString> index = new();
        var pieces = Draft(seed).Roads.Where(road => road is { Walkable: true, IsBridge: false, IsTunnel: false }).SelectMany(Segments).ToList();
        pieces.ForEach(piece => index.Insert(piece.EnvelopeInternal, piece));
        var unnoded = pieces.SelectMany(piece => index.Query(piece.EnvelopeInternal).Where(other => other.Crosses(piece) && !MeetAtAnEnd(piece, other)));
        Assert.Empty(unnoded);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_compound_has_a_gate_on_the_walking_network(long seed)
    {
        var draft = Draft(seed);
        var vertices = draft.Roads.Where(road => road.Walkable).SelectMany(road => road.Course.Coordinates).ToHashSet();
        Assert.NotEmpty(draft.Compounds);
        Assert.All(draft.Compounds, compound => Assert.Contains(compound.Gates.Coordinates, vertices.Contains));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_home_is_within_150_metres_of_the_network(long seed)
    {
        STRtree<LineString> index = new();
        Draft(seed).Roads.Where(road => road.Walkable).SelectMany(Segments).ToList().ForEach(piece => index.Insert(piece.EnvelopeInternal, piece));
        Assert.All(Draft(seed).Buildings.Where(building => building.Households > 0), building => Assert.True(DistanceMeters(building.Entrance, index) < 150));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_coordinate_lies_on_the_lattice(long seed) =>
        Assert.All(Draft(seed).Roads.SelectMany(road => road.Course.Coordinates), place => Assert.Equal((Lattice.Snap(place.X), Lattice.Snap(place.Y)), (place.X, place.Y)));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_river_is_crossed_by_bridges_only(long seed)
    {
        var draft = Draft(seed);
        var river = Assert.Single(draft.Waters, water => water.Kind == "river");
        var crossing = draft.Roads.Where(road => road.Walkable && road.Course.Intersects(river.Shape)).ToList();
        Assert.NotEmpty(crossing);
        Assert.All(crossing, road => Assert.True(road.IsBridge));
    }

    private static Func<Coordinate, int> Components(IEnumerable<RoadDraft> roads)
    {
        Dictionary<Coordinate, int> numbers = [];
        List<int> parents = [];
        foreach (var course in roads.Select(road => road.Course.Coordinates))
        {
            foreach (var place in course)
            {
                parents[Root(place)] = Root(course[0]);
            }
        }

        return Root;

        int Root(Coordinate place)
        {
            if (!numbers.TryGetValue(place, out var number))
            {
                numbers[place] = number = parents.Count;
                parents.Add(number);
            }

            while (parents[number] != number)
            {
                number = parents[number] = parents[parents[number]];
            }

            return number;
        }
    }

    private static IEnumerable<LineString> Segments(RoadDraft road) =>
        road.Course.Coordinates.Zip(road.Course.Coordinates.Skip(1), (from, to) => Lattice.Factory.CreateLineString([from, to]));

    // Snapping to the lattice may move a shared vertex off a straight line by a lattice step.
    private static bool MeetAtAnEnd(LineString one, LineString other) =>
        one.Coordinates.Concat(other.Coordinates).Any(end => Lattice.Factory.CreatePoint(end).Distance(one) < 4e-8 && Lattice.Factory.CreatePoint(end).Distance(other) < 4e-7);

    private static double DistanceMeters(Point place, STRtree<LineString> index)
    {
        Envelope near = new(place.Coordinate);
        near.ExpandBy(0.003);
        var (perLongitude, perLatitude) = Ellipsoid.MetersPerDegree(place.Y);
        return index.Query(near).Select(piece => InMeters(piece).Distance(InMeters(place))).DefaultIfEmpty(double.MaxValue).Min();

        Geometry InMeters(Geometry shape)
        {
            var copy = new GeometryFactory().CreateGeometry(shape);
            copy.Apply(new NetTopologySuite.Geometries.Utilities.AffineTransformation().SetToScale(perLongitude, perLatitude));
            return copy;
        }
    }

    private DistrictDraft Draft(long seed) => seed == 7 ? districts.Seven : districts.Eight;
}
