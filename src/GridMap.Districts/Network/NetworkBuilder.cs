using GridMap.Core.Boundaries;
using GridMap.Core.Geography;

namespace GridMap.Districts.Network;

/// <summary>Builds the walking network: walkable roads, parted where they share a vertex with another, at their ends, and at gates.</summary>
public static class NetworkBuilder
{
    public static WalkingNetwork Build(DistrictDraft draft, WalkingRules rules)
    {
        var walkable = Enumerable.Range(0, draft.Roads.Count).Where(road => draft.Roads[road].Walkable).ToArray();
        var courses = Array.ConvertAll(walkable, road => Distinct(LatticePoint.From(draft.Roads[road].Course.Coordinates)));
        var gates = draft.Compounds.SelectMany(compound => compound.Gates.Coordinates).Select(LatticePoint.From).Distinct().ToArray();
        var parting = GateVertices.PutOnRoads(courses, gates, rules.GateToRoadMetersMost);
        AddShared(courses, parting);

        var nodes = new Dictionary<LatticePoint, int>();
        var edges = new List<NetworkEdge>();
        for (var i = 0; i < walkable.Length; i++)
        {
            var speed = draft.Roads[walkable[i]].IsSteps ? rules.StepsMetersPerSecond : rules.MetersPerSecond;
            edges.AddRange(Part(courses[i], parting).Select(course => Edge(nodes, walkable[i], course, speed)));
        }

        return new WalkingNetwork([.. nodes.Keys], [.. edges]);
    }

    private static LatticePoint[] Distinct(LatticePoint[] points) =>
        [.. points.Where((point, i) => i == 0 || point != points[i - 1])];

    private static void AddShared(LatticePoint[][] courses, HashSet<LatticePoint> parting)
    {
        var seen = new HashSet<LatticePoint>();
        foreach (var course in courses)
        {
            parting.Add(course[0]);
            parting.Add(course[^1]);
            foreach (var point in course)
            {
                if (!seen.Add(point))
                {
                    parting.Add(point);
                }
            }
        }
    }

    private static IEnumerable<LatticePoint[]> Part(LatticePoint[] course, HashSet<LatticePoint> parting)
    {
        var start = 0;
        for (var i = 1; i < course.Length; i++)
        {
            if (parting.Contains(course[i]))
            {
                yield return course[start..(i + 1)];
                start = i;
            }
        }
    }

    private static NetworkEdge Edge(Dictionary<LatticePoint, int> nodes, int road, LatticePoint[] course, double metersPerSecond)
    {
        nodes.TryAdd(course[0], nodes.Count);
        nodes.TryAdd(course[^1], nodes.Count);
        var meters = Courses.LengthMeters(course);
        return new NetworkEdge(nodes[course[0]], nodes[course[^1]], road, course, meters, meters / metersPerSecond);
    }
}
