using GridMap.Districts.Demo.Plane;

namespace GridMap.Districts.Demo.Ground;

/// <summary>Splits lines where they meet barriers: banks, rails and the edge of the district.</summary>
internal static class Barrier
{
    /// <summary>The pieces of a line between its crossings with the barriers, in order; neighbouring pieces share the crossing exactly.</summary>
    public static List<List<Vec>> Split(IReadOnlyList<Vec> line, SegmentIndex barriers)
    {
        List<List<Vec>> pieces = [];
        List<Vec> piece = [line[0]];
        for (var i = 1; i < line.Count; i++)
        {
            foreach (var share in barriers.CrossingShares(line[i - 1], line[i]))
            {
                var at = line[i - 1].Toward(line[i], share);
                piece.Add(at);
                pieces.Add(piece);
                piece = [at];
            }

            piece.Add(line[i]);
        }

        pieces.Add(piece);
        return [.. pieces.Where(p => Lines.Length(p) > 0.01)];
    }

    public static Vec Middle(IReadOnlyList<Vec> line) => Lines.Along(line, Lines.Length(line) / 2);
}
