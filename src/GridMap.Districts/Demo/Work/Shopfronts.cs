using GridMap.Districts.Demo.Ground;
using GridMap.Districts.Demo.Homes;
using GridMap.Districts.Demo.Plane;

namespace GridMap.Districts.Demo.Work;

/// <summary>Rows of shops between an estate's wall and a busy street.</summary>
internal sealed class Shopfronts(Sketch sketch, Frontage frontage)
{
    private const double StripMeters = 15;
    private const double DepthMeters = 11.5;
    private const double CornerMeters = 15;

    /// <summary>The parcel behind the shops, and the sides along which shops will stand.</summary>
    public (Parcel Behind, List<(Vec From, Vec To)> Fronts) Carve(Parcel parcel, Chance chance)
    {
        List<(Vec From, Vec To)> fronts = [];
        if (!chance.Happens(0.6))
        {
            return (parcel, fronts);
        }

        var land = Shapes.ToPolygon(parcel.Ring) as NetTopologySuite.Geometries.Geometry;
        for (var i = 0; i < parcel.Ring.Points.Length; i++)
        {
            Vec from = parcel.Ring.From(i), to = parcel.Ring.To(i);
            if (!IsBusy(from.Toward(to, 0.5)))
            {
                continue;
            }

            land = Shapes.Without(land, Shapes.Grow(Shapes.ToLine([from, to]), StripMeters));
            if (from.DistanceTo(to) > CornerMeters * 2 + 18)
            {
                fronts.Add((from, to));
            }
        }

        var rings = Shapes.ToRings(land, parcel.Ring.Area * 0.6);
        return rings is [var behind] ? (parcel with { Ring = behind }, fronts) : (parcel, []);
    }

    public void Build(List<(Vec From, Vec To)> fronts, Enclosure enclosure, Chance chance)
    {
        List<Ring> built = [];
        foreach (var (from, to) in fronts)
        {
            Vec along = (to - from).Unit, end = to - along * CornerMeters;
            for (var at = from + along * CornerMeters; (end - at).Dot(along) > 16;)
            {
                var length = Math.Min(chance.Between(18, 46), (end - at).Dot(along));
                TryBuild(at, along, length, enclosure, built, chance);
                at += along * (length + (chance.Happens(0.3) ? 5 : 0.6));
            }
        }
    }

    private bool IsBusy(Vec side) =>
        frontage.Nearest(side, 30, s => s.Class is "trunk" or "primary" or "secondary" or "tertiary") is { } street
        && street.Distance < Frontage.HalfWidth(street.Street.Class) + 2.5;

    private void TryBuild(Vec at, Vec along, double length, Enclosure enclosure, List<Ring> built, Chance chance)
    {
        var inward = along.Left;
        Ring shop = new([at + inward, at + along * length + inward, at + along * length + inward * DepthMeters, at + inward * DepthMeters]);
        var isClear = !enclosure.Gates.Any(gate => Lines.DistanceToSegment(shop.Centroid, gate.From, gate.OnStreet) < length / 2 + 7)
            && !built.Any(other => other.Centroid.DistanceTo(shop.Centroid) < 70 && Shapes.ToPolygon(other).Intersects(Shapes.ToPolygon(shop)));
        if (length < 12 || !isClear)
        {
            return;
        }

        built.Add(shop);
        sketch.Houses.Add(new(shop, at + along * (length / 2) + inward, null, null, "commercial", chance.Whole(1, 3), 0));
    }
}
