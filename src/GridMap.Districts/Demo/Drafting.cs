using GridMap.Core.Geography;
using GridMap.Districts.Demo.Ground;
using GridMap.Districts.Demo.Plane;
using NetTopologySuite.Geometries;

namespace GridMap.Districts.Demo;

/// <summary>Turns the finished sketch into a draft: people into the homes, streets welded, everything on the lattice and inside the district.</summary>
internal static class Drafting
{
    public static DistrictDraft Finish(Sketch sketch, DemoScale scale)
    {
        var place = DemoData.Load<DemoPlace>("place");
        Globe globe = new(place);
        var extent = Shapes.ToPolygon(sketch.Terrain.Extent);
        return new(
            Describe(place, scale, sketch.Seed),
            globe.Polygons(extent),
            Roads(sketch, globe),
            [.. sketch.Waters.Select(w => new WaterDraft(w.Kind, w.Name, globe.Polygons(w.Shape.Intersection(extent))))],
            [.. sketch.Greens.Select(g => new GreenDraft(g.Kind, g.Name, globe.Polygons(g.Shape.Intersection(extent)))).Where(g => !g.Shape.IsEmpty)],
            [.. sketch.Compounds.Select(c => new CompoundDraft(c.Name, c.Kind, c.Address, c.BuiltYear, globe.Points(c.Gates), globe.Polygon(c.Shape)))],
            Population.Settle(sketch, globe),
            [.. sketch.Facilities.Select(f => Open(f, globe))],
            [.. sketch.Sites.Select(s => new CandidateSiteDraft(s.Kind, s.Name, globe.Point(s.Position)))],
            [.. sketch.Seeds.Select(s => new NamedSeed(s.Name, globe.Point(s.Centre)))]);
    }

    private static PlaceDescription Describe(DemoPlace place, DemoScale scale, long seed) => new(
        place.Name, place.NameEnglish, place.CountyCode, "demo", true, place.Attribution, place.Licence, place.TimeZone,
        scale.ToString().ToLowerInvariant(), seed);

    private static FacilityDraft Open(Facility f, Globe globe) =>
        new(f.Code, f.Kind, f.Name, f.NameEnglish, f.Address, f.OpeningHours, f.Capacity, globe.Point(f.Position), f.Services);

    private static List<RoadDraft> Roads(Sketch sketch, Globe globe)
    {
        List<RoadDraft> roads = [];
        foreach (var street in Welding.Weld(sketch.Streets))
        {
            var course = WithoutRepeats(street.Course.Select(globe.Place));
            if (course.Length > 1)
            {
                roads.Add(new(
                    street.Class, street.Name, Lattice.Factory.CreateLineString(course), street.IsBridge, street.IsTunnel, false,
                    street.IsWalkable, street.NameEnglish));
            }
        }

        return roads;
    }

    private static Coordinate[] WithoutRepeats(IEnumerable<Coordinate> places)
    {
        List<Coordinate> course = [];
        foreach (var place in places)
        {
            if (course.Count == 0 || !course[^1].Equals2D(place))
            {
                course.Add(place);
            }
        }

        return [.. course];
    }
}
