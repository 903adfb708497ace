using GridMap.Districts.Demo.Plane;

namespace GridMap.Districts.Demo.Ground;

/// <summary>
/// Makes streets meet exactly: where a street ends on another, the other gets that point as a vertex.
/// Ends within two centimetres of a vertex become that vertex.
/// </summary>
internal sealed class Welding
{
    private const double ToleranceMeters = 0.03;
    private readonly Dictionary<(long, long), List<(int Street, int Segment)>> _cells = [];
    private readonly List<List<Vec>> _courses;

    private Welding(IEnumerable<Street> streets)
    {
        _courses = [.. streets.Select(s => s.Course.ToList())];
        for (var i = 0; i < _courses.Count; i++)
        {
            for (var s = 1; s < _courses[i].Count; s++)
            {
                Register(i, s);
            }
        }
    }

    public static List<Street> Weld(IReadOnlyList<Street> streets)
    {
        Welding welding = new(streets);
        foreach (var course in welding.Walked(streets))
        {
            course.Course[0] = welding.DrawnToVertex(course.Number, course.Course[0], streets);
            course.Course[^1] = welding.DrawnToVertex(course.Number, course.Course[^1], streets);
        }

        var inserts = new SortedDictionary<int, List<(int Segment, double Share, Vec Place)>>();
        foreach (var (number, course) in welding.Walked(streets))
        {
            welding.Touch(number, course[0], streets, inserts);
            welding.Touch(number, course[^1], streets, inserts);
        }

        foreach (var (street, points) in inserts)
        {
            welding.Insert(street, points);
        }

        return [.. streets.Select((street, i) => street with { Course = welding._courses[i] })];
    }

    private IEnumerable<(int Number, List<Vec> Course)> Walked(IReadOnlyList<Street> streets) =>
        _courses.Index().Where(entry => streets[entry.Index].IsWalkable).Select(entry => (entry.Index, entry.Item));

    private Vec DrawnToVertex(int self, Vec end, IReadOnlyList<Street> streets)
    {
        foreach (var (street, segment) in Near(self, end, streets))
        {
            Vec from = _courses[street][segment - 1], to = _courses[street][segment];
            end = end.DistanceTo(from) <= ToleranceMeters ? from : end.DistanceTo(to) <= ToleranceMeters ? to : end;
        }

        return end;
    }

    private void Touch(int self, Vec end, IReadOnlyList<Street> streets, SortedDictionary<int, List<(int Segment, double Share, Vec Place)>> inserts)
    {
        foreach (var (street, segment) in Near(self, end, streets))
        {
            Vec from = _courses[street][segment - 1], to = _courses[street][segment];
            if (end == from || end == to || Lines.DistanceToSegment(end, from, to) > ToleranceMeters)
            {
                continue;
            }

            if (!inserts.TryGetValue(street, out var points))
            {
                inserts[street] = points = [];
            }

            points.Add((segment, (end - from).Dot(to - from), end));
        }
    }

    private IEnumerable<(int Street, int Segment)> Near(int self, Vec end, IReadOnlyList<Street> streets) =>
        (_cells.GetValueOrDefault(Key(end)) ?? []).Where(near => near.Street != self && streets[near.Street].IsWalkable);

    private void Insert(int street, List<(int Segment, double Share, Vec Place)> points)
    {
        var course = _courses[street];
        foreach (var (segment, _, place) in points.OrderByDescending(p => p.Segment).ThenByDescending(p => p.Share))
        {
            if (course[segment] != place && course[segment - 1] != place)
            {
                course.Insert(segment, place);
            }
        }
    }

    private void Register(int street, int segment)
    {
        Vec a = _courses[street][segment - 1], b = _courses[street][segment];
        var (left, low) = Key(new(Math.Min(a.X, b.X) - ToleranceMeters, Math.Min(a.Y, b.Y) - ToleranceMeters));
        var (right, high) = Key(new(Math.Max(a.X, b.X) + ToleranceMeters, Math.Max(a.Y, b.Y) + ToleranceMeters));
        for (var x = left; x <= right; x++)
        {
            for (var y = low; y <= high; y++)
            {
                if (!_cells.TryGetValue((x, y), out var cell))
                {
                    _cells[(x, y)] = cell = [];
                }

                cell.Add((street, segment));
            }
        }
    }

    private static (long X, long Y) Key(Vec place) => ((long)Math.Floor(place.X / 25), (long)Math.Floor(place.Y / 25));
}
