using GridMap.Core.Geography;

namespace GridMap.Districts.Network;

/// <summary>Makes every gate a vertex of a road: it is one already, or the nearest point of the nearest road becomes one.</summary>
internal static class GateVertices
{
    /// <summary>The vertices gates stand at; courses that lacked one get it. A gate far from every road is left alone.</summary>
    public static HashSet<LatticePoint> PutOnRoads(LatticePoint[][] courses, LatticePoint[] gates, double metersMost)
    {
        var vertices = courses.SelectMany(course => course).ToHashSet();
        var standing = gates.Where(vertices.Contains).ToHashSet();
        var owners = courses.SelectMany((course, road) => Enumerable.Range(1, course.Length - 1).Select(i => (Road: road, Segment: i))).ToArray();
        var index = new SegmentIndex([.. owners.Select(owner => (courses[owner.Road][owner.Segment - 1], courses[owner.Road][owner.Segment]))]);
        var inserted = new Dictionary<(int Road, int Segment), List<LatticePoint>>();
        foreach (var gate in gates.Where(gate => !standing.Contains(gate)))
        {
            if (Nearness.FindNearest(index, gate, metersMost) is { } near)
            {
                standing.Add(near.Foot);
                var owner = owners[near.Segment];
                inserted[owner] = [.. inserted.GetValueOrDefault(owner, []), near.Foot];
            }
        }

        foreach (var road in inserted.GroupBy(entry => entry.Key.Road))
        {
            courses[road.Key] = Insert(courses[road.Key], road.ToDictionary(entry => entry.Key.Segment, entry => entry.Value));
        }

        return standing;
    }

    private static LatticePoint[] Insert(LatticePoint[] course, Dictionary<int, List<LatticePoint>> inserted)
    {
        var longer = new List<LatticePoint> { course[0] };
        for (var i = 1; i < course.Length; i++)
        {
            var from = course[i - 1].ToCoordinate();
            longer.AddRange(inserted.GetValueOrDefault(i, []).Distinct().OrderBy(point => point.ToCoordinate().Distance(from)));
            longer.Add(course[i]);
        }

        return [.. longer.Where((point, i) => i == 0 || point != longer[i - 1])];
    }
}
