namespace GridMap.Core.Geography;

/// <summary>Straight segments by place: a grid of square cells, each with the segments whose envelope touches it, in flat arrays.</summary>
public sealed class SegmentIndex
{
    private readonly int _cellSteps;
    private readonly LatticePoint _low;
    private readonly int _columns;
    private readonly int _rows;
    private readonly int[] _offset;
    private readonly int[] _items;

    /// <summary>Cells of about so many metres; a few times the usual segment's length is best.</summary>
    public SegmentIndex((LatticePoint A, LatticePoint B)[] segments, double cellMeters = 120)
    {
        Segments = segments;
        _cellSteps = (int)(cellMeters / 0.0111);
        if (segments.Length == 0)
        {
            (_offset, _items) = ([0], []);
            return;
        }

        _low = new LatticePoint(segments.Min(s => Math.Min(s.A.X, s.B.X)), segments.Min(s => Math.Min(s.A.Y, s.B.Y)));
        _columns = (segments.Max(s => Math.Max(s.A.X, s.B.X)) - _low.X) / _cellSteps + 1;
        _rows = (segments.Max(s => Math.Max(s.A.Y, s.B.Y)) - _low.Y) / _cellSteps + 1;
        (_offset, _items) = Fill(segments);
    }

    public (LatticePoint A, LatticePoint B)[] Segments { get; }

    /// <summary>Adds to a set the segments whose cells touch a box of lattice steps; some may lie just outside it.</summary>
    public void Collect(LatticePoint low, LatticePoint high, HashSet<int> into)
    {
        var (fromColumn, toColumn) = (Math.Max(0, Cell(low.X, _low.X)), Math.Min(_columns - 1, Cell(high.X, _low.X)));
        var (fromRow, toRow) = (Math.Max(0, Cell(low.Y, _low.Y)), Math.Min(_rows - 1, Cell(high.Y, _low.Y)));
        for (var row = fromRow; row <= toRow; row++)
        {
            for (var column = fromColumn; column <= toColumn; column++)
            {
                var cell = row * _columns + column;
                foreach (var item in _items.AsSpan(_offset[cell]..(_offset[cell + 1])))
                {
                    into.Add(item);
                }
            }
        }
    }

    /// <summary>Adds to a set the segments that may come near the segment a–b.</summary>
    public void Collect((LatticePoint A, LatticePoint B) segment, HashSet<int> into) => Collect(
        new LatticePoint(Math.Min(segment.A.X, segment.B.X), Math.Min(segment.A.Y, segment.B.Y)),
        new LatticePoint(Math.Max(segment.A.X, segment.B.X), Math.Max(segment.A.Y, segment.B.Y)),
        into);

    private int Cell(int value, int low) => (int)Math.Floor((value - (double)low) / _cellSteps);

    private (int[] Offset, int[] Items) Fill((LatticePoint A, LatticePoint B)[] segments)
    {
        var offset = new int[_columns * _rows + 1];
        VisitCells(segments, (cell, _) => offset[cell + 1]++);
        for (var cell = 0; cell + 1 < offset.Length; cell++)
        {
            offset[cell + 1] += offset[cell];
        }

        var items = new int[offset[^1]];
        var next = offset[..^1];
        VisitCells(segments, (cell, item) => items[next[cell]++] = item);
        return (offset, items);
    }

    private void VisitCells((LatticePoint A, LatticePoint B)[] segments, Action<int, int> visit)
    {
        for (var item = 0; item < segments.Length; item++)
        {
            var (a, b) = segments[item];
            for (var row = Cell(Math.Min(a.Y, b.Y), _low.Y); row <= Cell(Math.Max(a.Y, b.Y), _low.Y); row++)
            {
                for (var column = Cell(Math.Min(a.X, b.X), _low.X); column <= Cell(Math.Max(a.X, b.X), _low.X); column++)
                {
                    visit(row * _columns + column, item);
                }
            }
        }
    }
}
