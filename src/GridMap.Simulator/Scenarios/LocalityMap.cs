using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Simulator.Scenarios;

/// <summary>A place of a scenario on the roads of a district; the same seed lays it in the same streets.</summary>
public abstract class LocalityMap
{
    /// <summary>Where the next report of the outbreak is from.</summary>
    /// <param name="sinceStart">How long the scenario has been played.</param>
    public abstract Spot Draw(TimeSpan sinceStart, Random random);

    /// <param name="anchors">The patrol points of the district.</param>
    public static LocalityMap Lay(Locality place, RoadGraph graph, IReadOnlyList<Anchor> anchors, int seed)
    {
        var random = new Random(seed);
        var near = anchors.Where(anchor => place.Near.Contains(anchor.Kind)).Select(anchor => anchor.Position).ToArray();
        var centres = near.Length > 0
            ? random.GetItems(near, place.Count)
            : [.. Enumerable.Range(0, place.Count).Select(_ => graph.Edges[random.Next(graph.Edges.Count)].Course[0])];
        return place.Kind switch
        {
            LocalityKind.Streets => new Streets(graph, centres, place.ReachMeters, random),
            LocalityKind.Front => new Front(graph, centres[0], place),
            _ => new Around(graph, centres, place.ReachMeters),
        };
    }

    private static RoadEdge[] Within(RoadGraph graph, Coordinate centre, double meters)
    {
        var near = graph.Edges.Where(edge => edge.GridId is not null && Ellipsoid.DistanceMeters(edge.Course[0], centre) <= meters).ToArray();
        return near.Length > 0 ? near : [graph.Edges.MinBy(edge => edge.Course[0].Distance(centre))!];
    }

    private static Spot On(RoadEdge edge, Random random) => new(edge.At(random.NextDouble() * edge.LengthMeters).Position, edge.Name);

    private static RoadEdge ByLength(RoadEdge[] edges, Random random)
    {
        var left = random.NextDouble() * edges.Sum(edge => edge.LengthMeters);
        return edges.FirstOrDefault(edge => (left -= edge.LengthMeters) <= 0) ?? edges[^1];
    }

    private sealed class Around(RoadGraph graph, Coordinate[] centres, double reach) : LocalityMap
    {
        private readonly RoadEdge[][] _edges = [.. centres.Select(centre => Within(graph, centre, reach))];

        public override Spot Draw(TimeSpan sinceStart, Random random) => On(ByLength(_edges[random.Next(_edges.Length)], random), random);
    }

    private sealed class Streets : LocalityMap
    {
        private readonly RoadEdge[][] _streets;

        public Streets(RoadGraph graph, Coordinate[] centres, double reach, Random random) =>
            _streets = [.. centres.Select(centre => Street(Within(graph, centre, reach), random))];

        public override Spot Draw(TimeSpan sinceStart, Random random) => On(ByLength(_streets[random.Next(_streets.Length)], random), random);

        // One of the streets there that have names, the longer the likelier.
        private static RoadEdge[] Street(RoadEdge[] near, Random random)
        {
            RoadEdge[] named = [.. near.Where(edge => edge.Name is not null)];
            if (named.Length == 0)
            {
                return near;
            }

            var name = ByLength(named, random).Name;
            return [.. named.Where(edge => edge.Name == name)];
        }
    }

    /// <summary>Moves from its origin towards where most roads are, so that it stays in the district and comes closer to homes.</summary>
    private sealed class Front : LocalityMap
    {
        private readonly RoadGraph _graph;
        private readonly Coordinate _origin;
        private readonly Locality _place;
        private readonly double _bearing;

        public Front(RoadGraph graph, Coordinate origin, Locality place)
        {
            (_graph, _origin, _place) = (graph, origin, place);
            var near = Within(graph, origin, 2 * place.ReachMeters);
            var (east, north) = Meters(origin, new Coordinate(near.Average(edge => edge.Course[0].X), near.Average(edge => edge.Course[0].Y)));
            _bearing = Math.Atan2(east, north);
        }

        public override Spot Draw(TimeSpan sinceStart, Random random)
        {
            var run = Math.Min(_place.ReachMeters, 20 + sinceStart.TotalMinutes * _place.MetersPerMinute);
            var along = run * (0.75 + 0.25 * random.NextDouble());
            // A fan: it widens as it runs.
            var bearing = _bearing + (random.NextDouble() - 0.5) * Math.PI * 0.45;
            var (perLongitude, perLatitude) = Ellipsoid.MetersPerDegree(_origin.Y);
            var position = new Coordinate(_origin.X + Math.Sin(bearing) * along / perLongitude, _origin.Y + Math.Cos(bearing) * along / perLatitude);
            return new Spot(position, _graph.Nearest(position).Edge.Name);
        }

        private static (double East, double North) Meters(Coordinate from, Coordinate to)
        {
            var (perLongitude, perLatitude) = Ellipsoid.MetersPerDegree(from.Y);
            return ((to.X - from.X) * perLongitude, (to.Y - from.Y) * perLatitude);
        }
    }
}
