using GridMap.Core.Geography;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace GridMap.Districts.Land;

/// <summary>What kind of land an atom is, by what most of it or a point within it shows.</summary>
public static class AtomKinds
{
    public static string[] Of(DistrictDraft draft, AtomMeasures atoms)
    {
        var covers = new STRtree<(IPointOnGeometryLocator Locator, string Kind)>();
        foreach (var (shape, kind) in Covers(draft))
        {
            covers.Insert(shape.EnvelopeInternal, (new IndexedPointInAreaLocator(shape), kind));
        }

        covers.Build();
        return [.. Enumerable.Range(0, atoms.Count).Select(atom => KindOf(covers, atoms, atom))];
    }

    private static IEnumerable<(Geometry Shape, string Kind)> Covers(DistrictDraft draft) =>
        draft.Waters.Where(water => water.Kind is not "pool" && water.Shape is Polygon or MultiPolygon).Select(water => (water.Shape, "water"))
            .Concat(draft.Compounds.Where(compound => compound.Kind is "walled" or "open").Select(compound => ((Geometry)compound.Shape, "compound")))
            .Concat(draft.Compounds.Where(compound => compound.Kind == "village").Select(compound => ((Geometry)compound.Shape, "village")))
            .Concat(draft.Greens.Where(green => green.Kind is "forest" or "farmland" or "park" or "grass").Select(green => ((Geometry)green.Shape, "open_land")));

    private static string KindOf(STRtree<(IPointOnGeometryLocator Locator, string Kind)> covers, AtomMeasures atoms, int atom)
    {
        var point = atoms.Shapes[atom].InteriorPoint.Coordinate;
        var kinds = covers.Query(new Envelope(point)).Where(cover => cover.Locator.Locate(point) != Location.Exterior)
            .Select(cover => cover.Kind).ToHashSet();
        return kinds.Contains("water") && atoms.Households[atom] == 0 ? "water"
            : kinds.Contains("village") ? "village"
            : kinds.Contains("compound") ? "compound"
            : atoms.Households[atom] > 0 ? "block"
            : kinds.Contains("open_land") ? "open_land"
            : atoms.ThicknessMeters[atom] < 15 ? "road_reserve"
            : "block";
    }
}
