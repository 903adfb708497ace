using GridMap.Core.Geography;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Polygonize;

namespace GridMap.Districts.Osm;

/// <summary>Blocks: the faces between public streets and the extent's border.</summary>
public sealed class OsmBlocks
{
    private static readonly HashSet<string> Streets = ["motorway", "trunk", "primary", "secondary", "tertiary", "residential", "rail"];

    private readonly STRtree<int> _tree = new();

    public OsmBlocks(IEnumerable<RoadDraft> roads, OsmExtent extent)
    {
        var streets = roads.Where(road => Streets.Contains(road.Class) && !road.IsTunnel).Select(road => (Geometry)road.Course);
        var polygonizer = new Polygonizer();
        polygonizer.Add(Lattice.Factory.BuildGeometry([extent.Shape.Boundary, .. streets]).Union());
        Faces = [.. polygonizer.GetPolygons().OfType<Polygon>().Where(face => extent.Shape.Contains(face.InteriorPoint)).OrderBy(Key)];
        for (var i = 0; i < Faces.Count; i++)
        {
            _tree.Insert(Faces[i].EnvelopeInternal, i);
        }

        _tree.Build();
    }

    public IReadOnlyList<Polygon> Faces { get; }

    /// <summary>The index of the block that holds a point.</summary>
    public int? Find(Point place) => _tree.Query(place.EnvelopeInternal)
        .Where(index => Faces[index].Intersects(place))
        .Order()
        .Select(index => (int?)index)
        .FirstOrDefault();

    private static (double, double) Key(Polygon face) => (face.EnvelopeInternal.MinX, face.EnvelopeInternal.MinY);
}
