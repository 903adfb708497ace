using GridMap.Core.Geography;

namespace GridMap.Core.Boundaries;

/// <summary>Strings sided segments into edges: a node stays only where three or more meet, where what they divide changes, or once on a lone ring.</summary>
public static class MosaicBuilder
{
    public static Mosaic Build(IReadOnlyList<SidedSegment> segments, int atomCount) => new Chaining(segments).Run(atomCount);

    private sealed class Chaining
    {
        private readonly IReadOnlyList<SidedSegment> _segments;
        private readonly int[] _end;
        private readonly LatticePoint[] _points;
        private readonly int[] _offset;
        private readonly int[] _leaving;
        private readonly bool[] _used;
        private readonly int[] _nodeOfPoint;
        private readonly List<LatticePoint> _nodes = [];
        private readonly List<MosaicEdge> _edges = [];

        public Chaining(IReadOnlyList<SidedSegment> segments)
        {
            _segments = segments;
            _used = new bool[segments.Count];
            _end = new int[segments.Count * 2];
            var numbers = new Dictionary<LatticePoint, int>(segments.Count);
            for (var i = 0; i < _end.Length; i++)
            {
                var point = (i & 1) == 0 ? segments[i / 2].From : segments[i / 2].To;
                numbers.TryAdd(point, numbers.Count);
                _end[i] = numbers[point];
            }

            _points = [.. numbers.Keys];
            _nodeOfPoint = new int[_points.Length];
            Array.Fill(_nodeOfPoint, -1);
            (_offset, _leaving) = Buckets.Group(_end, _points.Length);
        }

        public Mosaic Run(int atomCount)
        {
            for (var point = 0; point < _points.Length; point++)
            {
                if (IsNode(point))
                {
                    Number(point);
                    ChainFrom(point);
                }
            }

            for (var segment = 0; segment < _used.Length; segment++)
            {
                if (!_used[segment])
                {
                    Number(_end[2 * segment]);
                    ChainFrom(_end[2 * segment]);
                }
            }

            return new Mosaic([.. _nodes], [.. _edges], atomCount);
        }

        private bool IsNode(int point)
        {
            var degree = _offset[point + 1] - _offset[point];
            return degree != 2 || Sides(_leaving[_offset[point]]) != Sides(_leaving[_offset[point] + 1] ^ 1);
        }

        private (int Left, int Right, Divider Divider) Sides(int halfSegment)
        {
            var segment = _segments[halfSegment / 2];
            return (halfSegment & 1) == 0
                ? (segment.Left, segment.Right, segment.Divider)
                : (segment.Right, segment.Left, segment.Divider);
        }

        private int Number(int point)
        {
            if (_nodeOfPoint[point] < 0)
            {
                _nodeOfPoint[point] = _nodes.Count;
                _nodes.Add(_points[point]);
            }

            return _nodeOfPoint[point];
        }

        private void ChainFrom(int point)
        {
            foreach (var leaving in _leaving.AsSpan(_offset[point]..(_offset[point + 1])))
            {
                if (!_used[leaving / 2])
                {
                    Chain(point, leaving);
                }
            }
        }

        private void Chain(int point, int leaving)
        {
            var (left, right, divider) = Sides(leaving);
            var course = new List<LatticePoint> { _points[point] };
            var halfSegment = leaving;
            var end = point;
            while (true)
            {
                _used[halfSegment / 2] = true;
                end = _end[halfSegment ^ 1];
                course.Add(_points[end]);
                if (_nodeOfPoint[end] >= 0 || IsNode(end))
                {
                    break;
                }

                var onward = _leaving[_offset[end]];
                halfSegment = onward / 2 == halfSegment / 2 ? _leaving[_offset[end] + 1] : onward;
            }

            _edges.Add(new MosaicEdge(Number(point), Number(end), left, right, divider, [.. course]));
        }
    }
}
