using GridMap.Districts.Demo.Plane;

namespace GridMap.Districts.Demo.Ground;

/// <summary>Joins and parts of street courses.</summary>
internal static class Chains
{
    /// <summary>Joins neighbours in the list that continue each other under the same name and make.</summary>
    public static List<Street> Merge(IEnumerable<Street> streets)
    {
        List<Street> result = [];
        foreach (var street in streets)
        {
            if (result.Count > 0 && Continues(result[^1], street))
            {
                result[^1] = result[^1] with { Course = [.. result[^1].Course, .. street.Course.Skip(1)] };
                continue;
            }

            result.Add(street);
        }

        return result;
    }

    public static (List<Vec> Before, List<Vec> After) SplitAt(IReadOnlyList<Vec> line, double meters)
    {
        List<Vec> before = [line[0]];
        for (var i = 1; i < line.Count; i++)
        {
            var length = line[i - 1].DistanceTo(line[i]);
            if (meters < length)
            {
                var at = line[i - 1].Toward(line[i], meters / length);
                return ([.. before, at], [at, .. line.Skip(i)]);
            }

            meters -= length;
            before.Add(line[i]);
        }

        return (before, [line[^1], line[^1]]);
    }

    private static bool Continues(Street one, Street next) =>
        one.Class == next.Class && one.Name == next.Name && one.IsBridge == next.IsBridge && one.IsTunnel == next.IsTunnel
        && one.Course[^1].DistanceTo(next.Course[0]) < 1e-6;
}
