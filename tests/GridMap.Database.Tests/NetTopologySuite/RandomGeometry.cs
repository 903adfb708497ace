using NetTopologySuite.Geometries;

namespace GridMap.Database.Tests.NetTopologySuite;

/// <summary>Geometries of every kind, the same ones for the same seed.</summary>
internal sealed class RandomGeometry(int seed)
{
    private const int DeepestCollection = 4;

    private readonly Random _random = new(seed);
    private GeometryFactory _factory = new();
    private bool _hasZ;
    private bool _hasM;

    public Geometry Next()
    {
        _factory = new GeometryFactory(new PrecisionModel(), _random.Next(2) == 0 ? 0 : 4326);
        _hasZ = _random.Next(3) == 0;
        _hasM = _random.Next(3) == 0;
        return Next(depth: 1);
    }

    private Geometry Next(int depth) => _random.Next(depth < DeepestCollection ? 7 : 6) switch
    {
        0 => Point(),
        1 => Line(),
        2 => Polygon(),
        3 => _factory.CreateMultiPoint(Many(Point)),
        4 => _factory.CreateMultiLineString(Many(Line)),
        5 => _factory.CreateMultiPolygon(Many(Polygon)),
        _ => _factory.CreateGeometryCollection(Many(() => Next(depth + 1))),
    };

    private T[] Many<T>(Func<T> make) => [.. Enumerable.Range(0, _random.Next(5)).Select(_ => make())];

    private Point Point() => _factory.CreatePoint(Sequence(_random.Next(6) == 0 ? 0 : 1, closed: false));

    private LineString Line() => _factory.CreateLineString(Sequence(_random.Next(6) == 0 ? 0 : _random.Next(2, 700), closed: false));

    private Polygon Polygon() => _random.Next(6) == 0
        ? _factory.CreatePolygon()
        : _factory.CreatePolygon(Ring(), Many(Ring));

    private LinearRing Ring() => _factory.CreateLinearRing(Sequence(_random.Next(4, 300), closed: true));

    private CoordinateSequence Sequence(int count, bool closed)
    {
        var measures = _hasM ? 1 : 0;
        var sequence = _factory.CoordinateSequenceFactory.Create(count, 2 + (_hasZ ? 1 : 0) + measures, measures);
        for (var i = 0; i < count; i++)
        {
            for (var ordinate = 0; ordinate < sequence.Dimension; ordinate++)
            {
                var value = closed && i == count - 1 ? sequence.GetOrdinate(0, ordinate) : (_random.NextDouble() - 0.5) * Math.Pow(10, _random.Next(-5, 9));
                sequence.SetOrdinate(i, ordinate, value);
            }
        }

        return sequence;
    }
}
