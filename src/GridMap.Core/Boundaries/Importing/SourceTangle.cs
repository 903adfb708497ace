using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Boundaries.Importing;

/// <summary>Refuses polygons too far away for exact arithmetic, and borders that cross so often that laying them over each other would take for ever.</summary>
internal static class SourceTangle
{
    /// <summary>One degree in lattice steps.</summary>
    private const long FarSteps = 10_000_000;

    private const double CellMeters = 120;
    private const double CellSteps = CellMeters / 0.0111;
    private const double MostCells = 2e7;
    private const long MostNeighbors = 400_000_000;
    private const int MostCrossings = 1_000_000;

    /// <param name="near">A point of the land.</param>
    public static Refusal? FindRefusal(IReadOnlyList<SourceArea> sources, LatticePoint near, CancellationToken cancellationToken)
    {
        var segments = new List<(LatticePoint A, LatticePoint B)>();
        var records = new List<int>();
        var cells = 0.0;
        foreach (var source in sources)
        {
            foreach (var points in source.Shape.Geometries.Cast<Polygon>()
                .SelectMany(polygon => polygon.InteriorRings.Prepend(polygon.ExteriorRing)).Select(ring => LatticePoint.From(ring.Coordinates)))
            {
                if (Array.Exists(points, point => Math.Abs((long)point.X - near.X) > FarSteps || Math.Abs((long)point.Y - near.Y) > FarSteps))
                {
                    return ImportRefusals.FarAway(source.Record, points[0].ToPosition());
                }

                for (var i = 1; i < points.Length; i++)
                {
                    segments.Add((points[i - 1], points[i]));
                    records.Add(source.Record);
                    cells += (1 + Math.Abs(points[i].X - points[i - 1].X) / CellSteps) * (1 + Math.Abs(points[i].Y - points[i - 1].Y) / CellSteps);
                }
            }

            if (cells > MostCells)
            {
                return ImportRefusals.Tangled(source.Record, segments[^1].A.ToPosition());
            }
        }

        return FindTangle([.. segments], cancellationToken) is { } tangle ? ImportRefusals.Tangled(records[tangle], segments[tangle].A.ToPosition()) : null;
    }

    private static int? FindTangle((LatticePoint A, LatticePoint B)[] segments, CancellationToken cancellationToken)
    {
        var index = new SegmentIndex(segments, CellMeters);
        var near = new HashSet<int>();
        var (neighbors, crossings) = (0L, 0);
        for (var i = 0; i < segments.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            near.Clear();
            index.Collect(segments[i], near);
            neighbors += near.Count;
            crossings += near.Count(other => other > i && Cross(segments[i], segments[other]));
            if (neighbors > MostNeighbors || crossings > MostCrossings)
            {
                return i;
            }
        }

        return null;
    }

    private static bool Cross((LatticePoint A, LatticePoint B) one, (LatticePoint A, LatticePoint B) other) =>
        LatticePoint.Cross(one.A, one.B, other.A) > 0 != LatticePoint.Cross(one.A, one.B, other.B) > 0
        && LatticePoint.Cross(other.A, other.B, one.A) > 0 != LatticePoint.Cross(other.A, other.B, one.B) > 0;
}
