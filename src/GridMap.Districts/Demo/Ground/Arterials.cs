using GridMap.Districts.Demo.Plane;

namespace GridMap.Districts.Demo.Ground;

/// <summary>The first drawing of streets: the town's grid of arterials with its ring road, the embankment roads, country roads to the rim, and the railway.</summary>
internal sealed class Arterials
{
    private readonly Sketch _sketch;
    private readonly Chance _chance;
    private readonly Words.StreetNames _names;
    private readonly SegmentIndex _barriers = new(200);
    private readonly SegmentIndex _river = new(200);
    private readonly SegmentIndex _rail = new(200);
    private readonly SegmentIndex _tracks = new(200);
    private readonly Ring _belt;
    private readonly int _urban;
    private readonly double[] _columns;
    private readonly double[] _rows;

    public Arterials(Sketch sketch, Words.StreetNames names)
    {
        (_sketch, _names) = (sketch, names);
        _chance = Chance.Of(sketch.Seed, "arterials");
        _urban = sketch.Size.UrbanCells;
        _belt = sketch.Terrain.RiverBelt;
        _columns = Spaced();
        _rows = Spaced();
        foreach (var index in (SegmentIndex[])[_barriers, _river])
        {
            index.AddLine(sketch.Terrain.LeftRoad, 0);
            index.AddLine(sketch.Terrain.RightRoad, 0);
        }

        _barriers.AddRing(sketch.Terrain.Extent, 1);
        _rail.AddLine(sketch.Terrain.Rail, 2);
        _tracks.AddLine(sketch.Terrain.Rail, 2);
        _tracks.AddLine(sketch.Terrain.Motorway, 3);
    }

    private int Reach => (_columns.Length - 1) / 2;

    private int RingRoad => Math.Max(1, _urban - 1);

    // Large towns have a second, inner ring.
    private int InnerRing => _urban >= 7 ? (_urban - 1) / 2 : RingRoad;

    public void Draw()
    {
        DrawRiverside();
        Motorway.Draw(_sketch);
        List<Street> pieces = [];
        for (var line = -Reach; line <= Reach; line++)
        {
            pieces.AddRange(Line(line, isColumn: true));
            pieces.AddRange(Line(line, isColumn: false));
        }

        var connected = Pruning.Prune(pieces, end => _barriers.Nearest(end, 0.01) is not null);
        _sketch.Streets.AddRange(Chains.Merge(Pruning.KeepLargest(connected, [.. _sketch.Streets.Where(s => s.IsWalkable)])));
        Motorway.DrawInterchange(_sketch, _names.Country(0, isColumn: true).Name);
    }

    // Lines are not evenly spaced: towns grow in spurts.
    private double[] Spaced()
    {
        var size = _sketch.Size;
        var reach = (int)Math.Ceiling(size.ExtentMeters * 1.3 / size.CellMeters);
        var result = new double[2 * reach + 1];
        for (var i = -reach; i <= reach; i++)
        {
            result[i + reach] = (i + (i == 0 ? 0 : _chance.Between(-0.13, 0.13))) * size.CellMeters;
        }

        return result;
    }

    private void DrawRiverside()
    {
        foreach (var (line, name) in ((IReadOnlyList<Vec>, string)[])[(_sketch.Terrain.LeftRoad, "滨河北路"), (_sketch.Terrain.RightRoad, "滨河南路")])
        {
            foreach (var piece in Inside(line))
            {
                _sketch.Streets.Add(new("secondary", name, name == "滨河北路" ? "Binhe North Road" : "Binhe South Road", piece));
            }
        }

        foreach (var piece in Inside(_sketch.Terrain.Rail))
        {
            _sketch.Streets.Add(new("rail", "云溪铁路", "Yunxi Railway", piece));
        }
    }

    private IEnumerable<List<Vec>> Inside(IReadOnlyList<Vec> line)
    {
        SegmentIndex edge = new(400);
        edge.AddRing(_sketch.Terrain.Extent, 1);
        return Barrier.Split(line, edge).Where(piece => _sketch.Terrain.Extent.Contains(Barrier.Middle(piece)));
    }

    private IEnumerable<Street> Line(int line, bool isColumn) =>
        Enumerable.Range(-Reach, 2 * Reach).Where(step => IsWanted(line, step, isColumn)).SelectMany(step => Edge(line, step, isColumn));

    private bool IsWanted(int line, int step, bool isColumn)
    {
        int near = Math.Min(Math.Abs(step), Math.Abs(step + 1)), far = Math.Max(Math.Abs(step), Math.Abs(step + 1)), across = Math.Abs(line);
        if (across <= _urban && far <= _urban)
        {
            return across == 0 || across == RingRoad || across == InnerRing || across == _urban || !_chance.Happens(isColumn ? 0.05 : 0.1);
        }

        var outer = _urban + 3;
        return across <= _urban
            ? near >= _urban && (across % 2 == 0 || far <= outer && across == _urban)
            : across == outer && far <= outer;
    }

    private IEnumerable<Street> Edge(int line, int step, bool isColumn)
    {
        double fixedAt = (isColumn ? _columns : _rows)[line + Reach], from = (isColumn ? _rows : _columns)[step + Reach], to = (isColumn ? _rows : _columns)[step + 1 + Reach];
        var course = isColumn
            ? _sketch.Fabric.ToPlane(new Vec(fixedAt, from), new Vec(fixedAt, to), 70)
            : _sketch.Fabric.ToPlane(new Vec(from, fixedAt), new Vec(to, fixedAt), 70);
        return IsTooNearTheRiver(course, isColumn) || IsCutByRail(course, line) ? [] : Pieces(course, line, step, isColumn);
    }

    private bool IsTooNearTheRiver(List<Vec> course, bool isColumn)
    {
        if (isColumn)
        {
            return false;
        }

        var reach = _sketch.Size.CellMeters * 0.26;
        return course.Exists(p => _belt.Contains(p) || _river.Nearest(p, Math.Min(reach, 200)) is not null);
    }

    // Only the ring and every other arterial pass under the railway.
    private bool IsCutByRail(List<Vec> course, int line)
    {
        for (var i = 1; i < course.Count; i++)
        {
            if (_rail.IsCrossedBy(course[i - 1], course[i]))
            {
                return line % 2 != 0 && Math.Abs(line) != RingRoad && Math.Abs(line) != InnerRing;
            }
        }

        return false;
    }

    private IEnumerable<Street> Pieces(List<Vec> course, int line, int step, bool isColumn)
    {
        var style = Style(line, step, isColumn);
        foreach (var piece in Barrier.Split(course, _barriers))
        {
            var middle = Barrier.Middle(piece);
            if (!_sketch.Terrain.Extent.Contains(middle))
            {
                continue;
            }

            if (_belt.Contains(middle))
            {
                if (isColumn && (line % 2 == 0 || Math.Abs(line) == RingRoad || Math.Abs(line) == InnerRing))
                {
                    yield return style with { Course = piece, IsBridge = true };
                }

                continue;
            }

            foreach (var street in Underpasses(style with { Course = piece }))
            {
                yield return street;
            }
        }
    }

    private IEnumerable<Street> Underpasses(Street street)
    {
        var pieces = Barrier.Split(street.Course, _tracks);
        if (pieces.Count != 2)
        {
            return [street];
        }

        double before = Lines.Length(pieces[0]), after = Lines.Length(pieces[1]);
        if (before < 90 || after < 90)
        {
            return [street with { IsTunnel = true }];
        }

        var (open, deep) = Chains.SplitAt(pieces[0], before - 60);
        var (rise, rest) = Chains.SplitAt(pieces[1], 60);
        return [street with { Course = open }, street with { Course = [.. deep, .. rise.Skip(1)], IsTunnel = true }, street with { Course = rest }];
    }

    private Street Style(int line, int step, bool isColumn)
    {
        int across = Math.Abs(line), far = Math.Max(Math.Abs(step), Math.Abs(step + 1));
        var isRural = across > _urban || far > _urban;
        var isRing = across == RingRoad && far <= RingRoad || across == InnerRing && far <= InnerRing;
        var kind = isRing ? "trunk" : !isRural && (across == _urban || across % 2 == 0) ? "primary" : "secondary";
        var (name, english) = isRing ? Words.StreetNames.Ring(line, isColumn, isInner: across != RingRoad)
            : isRural ? _names.Country(line, isColumn)
            : _names.Arterial(line, step, isColumn);
        return new(kind, name, english, []);
    }
}
