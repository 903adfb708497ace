using GridMap.Districts.Demo.Plane;
using NetTopologySuite.Geometries;

namespace GridMap.Districts.Demo.Ground;

/// <summary>Parks: a pond, a path around, links to the streets.</summary>
internal sealed class Parks(Sketch sketch, Frontage frontage, SegmentIndex drives)
{
    public void Draw(Ring land, IReadOnlyList<Ring> neighbours, string name, string? lakeName, Chance chance)
    {
        Geometry green = Shapes.ToPolygon(land);
        if (Pond(land, chance) is { } pond)
        {
            sketch.Waters.Add(new(lakeName is null ? "pool" : "lake", lakeName, pond));
            green = Shapes.Without(green, pond);
            DrawLoop(Shapes.ToRings(Shapes.Grow(pond, 9), 100).FirstOrDefault(), land, neighbours, chance);
        }
        else
        {
            DrawLoop(Shapes.Inset(land, 16, 2_000).FirstOrDefault(), land, neighbours, chance);
        }

        sketch.Greens.Add(new("park", name, green));
    }

    private static Geometry? Pond(Ring land, Chance chance)
    {
        if (land.Area < 20_000 || Shapes.Inset(land, 42, 800) is not [var room, ..])
        {
            return null;
        }

        var radius = Math.Sqrt(room.Area / Math.PI) * 0.86;
        var centre = Shapes.Within(room);
        List<Vec> knots = [.. Enumerable.Range(0, 11).Select(i => centre + Vec.OfAngle(Trig.Tau * i / 11) * (radius * chance.Between(0.62, 1.05)))];
        var shore = Shapes.ToPolygon(new Ring([.. Lines.Smooth([.. knots, knots[0]], 10).SkipLast(1)])).Intersection(Shapes.ToPolygon(room));
        return Shapes.ToRings(shore, 600) is [var water, ..] ? Shapes.ToPolygon(water) : null;
    }

    // A closed path, tied to the streets where one lies straight outward of its sides.
    private void DrawLoop(Ring? loop, Ring land, IReadOnlyList<Ring> neighbours, Chance chance)
    {
        if (loop is null)
        {
            return;
        }

        List<(Vec From, Vec To)> links = [];
        foreach (var edge in Enumerable.Range(0, loop.Points.Length).OrderByDescending(i => loop.From(i).DistanceTo(loop.To(i))).Take(8))
        {
            var from = loop.From(edge).Toward(loop.To(edge), chance.Between(0.3, 0.7));
            var outward = (loop.To(edge) - loop.From(edge)).Unit.Left * -1;
            if (frontage.Ahead(from, outward, Math.Sqrt(land.Area)) is { Street.Class: not "rail" } street && loop.FirstCrossing(from + outward, street.Place) is null
                && !drives.IsCrossedBy(from, street.Place) && neighbours.All(neighbour => neighbour.FirstCrossing(from, street.Place) is null))
            {
                links.Add((from, street.Place));
                drives.AddLine([from, street.Place], 0);
            }
        }

        if (links.Count == 0)
        {
            return;
        }

        sketch.Streets.Add(new("footway", null, null, [.. loop.Points, loop.Points[0]]));
        sketch.Streets.AddRange(links.Take(4).Select(link => new Street("footway", null, null, [link.From, link.To])));
    }
}
