using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Boundaries.Importing;

/// <summary>Faces of an overlay that hang together by borders and are alike: numbered groups, -1 for faces in none.</summary>
internal sealed class FaceGroups
{
    private readonly Overlay _overlay;
    private readonly double[] _meters;

    private FaceGroups(Overlay overlay, int[] groupOf, int count)
    {
        (_overlay, GroupOf, Count) = (overlay, groupOf, count);
        (SquareMeters, _meters, First) = (new double[count], new double[count], new int[count]);
        Array.Fill(First, -1);
        for (var face = 0; face < groupOf.Length; face++)
        {
            if (groupOf[face] is var group and >= 0)
            {
                SquareMeters[group] += overlay.SquareMeters[face];
                First[group] = First[group] < 0 ? face : First[group];
            }
        }

        Visit((segment, left, right) =>
        {
            AddMeters(left, right, overlay.Meters[segment]);
            AddMeters(right, left, overlay.Meters[segment]);
        });
    }

    public int Count { get; }

    public int[] GroupOf { get; }

    public double[] SquareMeters { get; }

    /// <summary>One face of each group.</summary>
    public int[] First { get; }

    /// <param name="isMember">Whether a face is in a group at all.</param>
    /// <param name="areAlike">Whether two members beside each other are in one group.</param>
    public static FaceGroups Of(Overlay overlay, Func<int, bool> isMember, Func<int, int, bool> areAlike)
    {
        var sets = new DisjointSets(overlay.FaceCount);
        foreach (var (_, _, left, right, _) in overlay.Segments)
        {
            if (left >= 0 && right >= 0 && isMember(left) && isMember(right) && areAlike(left, right))
            {
                sets.Join(left, right);
            }
        }

        var number = new Dictionary<int, int>();
        var groupOf = new int[overlay.FaceCount];
        for (var face = 0; face < groupOf.Length; face++)
        {
            groupOf[face] = -1;
            if (isMember(face))
            {
                number.TryAdd(sets.Find(face), number.Count);
                groupOf[face] = number[sets.Find(face)];
            }
        }

        return new FaceGroups(overlay, groupOf, number.Count);
    }

    /// <summary>Mean width: 2 · area / perimeter, which for a strip is how wide it is.</summary>
    public double WidthOf(int group) => _meters[group] > 0 ? 2 * SquareMeters[group] / _meters[group] : 0;

    /// <summary>How long each group's border is with faces that have a key (null: none); by group.</summary>
    public Dictionary<int, double>[] BordersWith(Func<int, int?> keyOf)
    {
        var borders = Array.ConvertAll(SquareMeters, _ => new Dictionary<int, double>());
        foreach (var ((_, _, left, right, _), meters) in _overlay.Segments.Zip(_overlay.Meters))
        {
            Add(left, right, meters);
            Add(right, left, meters);
        }

        return borders;

        void Add(int face, int across, double meters)
        {
            if (face >= 0 && across >= 0 && GroupOf[face] is var group and >= 0 && GroupOf[across] != group && keyOf(across) is { } key)
            {
                borders[group][key] = borders[group].GetValueOrDefault(key) + meters;
            }
        }
    }

    /// <summary>The shape of each group, which shares every coordinate with its neighbours.</summary>
    public MultiPolygon[] Assemble()
    {
        var mosaic = MosaicBuilder.Build(
            [.. _overlay.Segments.Where(segment => Of(segment.Left) != Of(segment.Right)).Select(segment => segment with { Left = Of(segment.Left), Right = Of(segment.Right) })],
            Count);
        return AreaAssembly.Assemble(mosaic, [.. Enumerable.Range(0, Count)], Count);

        int Of(int face) => face < 0 ? -1 : GroupOf[face];
    }

    /// <summary>The key with the longest border; ties go to the lowest; null where there is none.</summary>
    public static int? LongestOf(Dictionary<int, double> borders) =>
        borders.Count == 0 ? null : borders.OrderByDescending(border => border.Value).ThenBy(border => border.Key).First().Key;

    private void Visit(Action<int, int, int> visit)
    {
        for (var i = 0; i < _overlay.Segments.Length; i++)
        {
            var (_, _, left, right, _) = _overlay.Segments[i];
            visit(i, left < 0 ? -1 : GroupOf[left], right < 0 ? -1 : GroupOf[right]);
        }
    }

    private void AddMeters(int group, int across, double meters)
    {
        if (group >= 0 && group != across)
        {
            _meters[group] += meters;
        }
    }
}
