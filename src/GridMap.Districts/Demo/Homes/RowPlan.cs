using GridMap.Districts.Demo.Plane;

namespace GridMap.Districts.Demo.Homes;

/// <summary>A slab or tower under way in its ground's own frame; the door is on the north side, by the lane.</summary>
internal sealed record Slab(Ring Footprint, Vec Door, int Levels, int HomesPerLevel);

/// <summary>A way inside and a way out at one of its ends.</summary>
internal sealed record WayOut(Vec From, Vec Direction);

/// <summary>
/// Rows of south-facing slabs with a lane along the north of each row and one or more spines across, in a right-angled frame.
/// Row distance follows the sun: the style's pitch.
/// </summary>
internal sealed class RowPlan
{
    private const double LaneMeters = 5;
    private const double SpineHalfMeters = 6;

    private readonly Ring _land;
    private readonly RowStyle _style;
    private readonly Chance _chance;
    private readonly double[] _spines;
    private readonly List<Vec> _crossings = [];

    public RowPlan(Ring land, RowStyle style, Chance chance, double gardenShare)
    {
        (_land, _style, _chance) = (land, style, chance);
        _spines = Spines();
        Garden = gardenShare > 0 ? PlaceGarden(gardenShare) : null;
        for (var (y, row) = (land.Low.Y + 1.5, 0); y + style.DepthMeters + LaneMeters < land.High.Y; y += style.PitchMeters, row++)
        {
            DrawRow(y, row);
        }

        DrawSpines();
    }

    public List<Slab> Slabs { get; } = [];

    /// <summary>The green in the middle that rows leave open.</summary>
    public Ring? Garden { get; }

    /// <summary>Lawns on the sunny side of the slabs.</summary>
    public List<Ring> Lawns { get; } = [];

    public List<Vec[]> Ways { get; } = [];

    public List<WayOut> WaysOut { get; } = [];

    private Ring? PlaceGarden(double share)
    {
        double width = (_land.High.X - _land.Low.X) * share, depth = Math.Max((_land.High.Y - _land.Low.Y) * share * 0.8, _style.PitchMeters * 0.9);
        var middle = new Vec((_land.Low.X + _land.High.X) / 2, (_land.Low.Y + _land.High.Y) / 2);
        var spine = _spines.MinBy(x => Math.Abs(x - middle.X));
        var x = spine + (spine > middle.X ? -1 : 1) * (width / 2 + SpineHalfMeters);
        var garden = Ring.Rectangle(x - width / 2, middle.Y - depth / 2, x + width / 2, middle.Y + depth / 2);
        return garden.Points.All(_land.Contains) ? garden : null;
    }

    private double[] Spines()
    {
        var width = _land.High.X - _land.Low.X;
        var count = width < 120 ? 1 : width < 290 ? 2 : 3;
        return [.. Enumerable.Range(0, count).Select(n => _land.Low.X + width * ((n + 0.5) / count + _chance.Between(-0.06, 0.06)))];
    }

    private void DrawRow(double y, int row)
    {
        var laneY = y + _style.DepthMeters + LaneMeters;
        foreach (var (from, to) in Chords.At(_land, laneY))
        {
            if (!_spines.Any(x => x > from + 4 && x < to - 4))
            {
                continue;
            }

            var before = Slabs.Count;
            PlaceSlabs(Chords.Across(_land, y, y + _style.DepthMeters), from, to, y, row);
            if (Slabs.Count > before)
            {
                DrawLane(from, to, laneY, Slabs[before..]);
            }
        }
    }

    private void PlaceSlabs(List<(double From, double To)> stretches, double from, double to, double y, int row)
    {
        foreach (var spine in _spines)
        {
            stretches = Chords.Without(stretches, spine - SpineHalfMeters, spine + SpineHalfMeters);
        }

        if (Garden is { } garden && y < garden.High.Y && y + _style.DepthMeters + LaneMeters > garden.Low.Y)
        {
            stretches = Chords.Without(stretches, garden.Low.X - 4, garden.High.X + 4);
        }

        foreach (var stretch in stretches.Where(s => s.From > from - 25 && s.To < to + 25))
        {
            FillStretch(stretch.From + 3, stretch.To - 3, y, row);
        }
    }

    private void FillStretch(double from, double to, double y, int row)
    {
        var room = to - from;
        if (room < _style.ShortestMeters * 0.8)
        {
            return;
        }

        var wanted = _chance.Between(_style.ShortestMeters, _style.LongestMeters);
        var count = Math.Max(1, (int)((room + _style.GapMeters) / (wanted + _style.GapMeters)));
        var length = Math.Min(_style.LongestMeters, (room - (count - 1) * _style.GapMeters) / count);
        var gap = count > 1 ? Math.Min((room - count * length) / (count - 1), _style.GapMeters * 2.2) : 0;
        var slack = room - count * length - (count - 1) * gap;
        var x = from + slack * (_style.IsStaggered ? row % 2 == 0 ? 0.1 : 0.9 : 0.5);
        for (var i = 0; i < count; i++, x += length + gap)
        {
            Slabs.Add(Build(x, y, length));
            AddLawn(x, y, length);
        }
    }

    private void AddLawn(double x, double y, double length)
    {
        var depth = _style.PitchMeters - _style.DepthMeters - LaneMeters - 5;
        var lawn = Ring.Rectangle(x + 1, y - 2 - depth, x + length - 1, y - 2);
        if (depth > 3 && lawn.Points.All(_land.Contains) && (Garden is null || lawn.Low.Y > Garden.High.Y || lawn.High.Y < Garden.Low.Y))
        {
            Lawns.Add(lawn);
        }
    }

    private Slab Build(double x, double y, double length)
    {
        var homes = Math.Max(2, (int)(length / _style.MetersPerHome));
        var levels = _chance.Whole(_style.LowestLevels, _style.HighestLevels);
        var top = y + _style.DepthMeters;
        var footprint = Outlines.Draw(_style.Outline, x, y, x + length, top, homes / 2);
        return new(footprint, Outlines.Door(footprint), levels, homes);
    }

    private void DrawLane(double from, double to, double y, List<Slab> row)
    {
        List<double> met = [.. _spines.Where(x => x > from + 4 && x < to - 4)];
        double left = Math.Max(from + 3, Math.Min(row.Min(s => s.Door.X), met[0])), right = Math.Min(to - 3, Math.Max(row.Max(s => s.Door.X), met[^1]));
        if (right - left < 1)
        {
            return;
        }

        List<Vec> lane = [new(left, y), .. met.Where(x => x > left && x < right).Select(x => new Vec(x, y)), new(right, y)];
        _crossings.AddRange(met.Select(x => new Vec(x, y)));
        Ways.Add([.. lane]);
        WaysOut.Add(new(lane[0], new(-1, 0)));
        WaysOut.Add(new(lane[^1], new(1, 0)));
    }

    private void DrawSpines()
    {
        foreach (var x in _spines)
        {
            List<Vec> spine = [.. _crossings.Where(crossing => crossing.X == x)];
            if (spine.Count == 0)
            {
                continue;
            }

            if (spine.Count > 1)
            {
                Ways.Add([.. spine]);
            }

            WaysOut.Add(new(spine[0], new(0, -1)));
            WaysOut.Add(new(spine[^1], new(0, 1)));
        }
    }
}
