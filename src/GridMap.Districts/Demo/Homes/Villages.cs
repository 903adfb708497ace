using GridMap.Districts.Demo.Ground;
using GridMap.Districts.Demo.Plane;
using GridMap.Districts.Demo.Words;

namespace GridMap.Districts.Demo.Homes;

/// <summary>Villages at the rim: a main street from the country road, lanes, small houses with yards.</summary>
internal sealed class Villages(Sketch sketch, Frontage frontage, VillageNames names)
{
    private const double NearestMeters = 620;
    private const double FromRoadMeters = 22;
    private readonly Chance _chance = Chance.Of(sketch.Seed, "villages");
    private readonly PointIndex _centres = new(NearestMeters);

    /// <summary>Draws villages beside country roads; answers the land they took.</summary>
    public List<Ring> Draw(IReadOnlyList<Block> country)
    {
        List<Ring> taken = [];
        foreach (var (road, place, inward) in Sites())
        {
            if (taken.Count == sketch.Size.Villages)
            {
                break;
            }

            if (TryDraw(country, road, place, inward) is { } land)
            {
                taken.Add(land);
            }
        }

        return taken;
    }

    private List<(Street Road, Vec Place, Vec Inward)> Sites()
    {
        List<(Street, Vec, Vec)> sites = [];
        foreach (var road in sketch.Streets.Where(s => s is { IsBridge: false, IsTunnel: false, Class: "primary" or "secondary" or "tertiary" }))
        {
            var length = Lines.Length(road.Course);
            for (var along = _chance.Between(60, 260); along < length - 60; along += 240)
            {
                Vec place = Lines.Along(road.Course, along), before = Lines.Along(road.Course, along - 5);
                var left = (place - before).Unit.Left;
                sites.Add((road, place, left));
                sites.Add((road, place, left * -1));
            }
        }

        _chance.Shuffle(sites);
        return sites;
    }

    private Ring? TryDraw(IReadOnlyList<Block> country, Street road, Vec place, Vec inward)
    {
        var radius = _chance.Between(105, 185);
        var centre = place + inward * (radius + FromRoadMeters);
        if (_centres.Nearest(centre, NearestMeters) is not null || country.FirstOrDefault(b => b.Ring.Contains(centre)) is not { } block)
        {
            return null;
        }

        if (frontage.Ahead(centre, inward * -1, radius + FromRoadMeters + 1) is not { } met || met.Place.DistanceTo(place) > 1)
        {
            return null;
        }

        Ring blob = new([.. Enumerable.Range(0, 13).Select(i => centre + Vec.OfAngle(Trig.Tau * i / 13) * (radius * _chance.Between(0.78, 1.15)))]);
        var land = frontage.Land(block.Ring, 5_000).Select(l => Shapes.ToPolygon(l).Intersection(Shapes.ToPolygon(blob))).SelectMany(g => Shapes.ToRings(g, 16_000)).FirstOrDefault();
        if (land is null || !land.Contains(centre) || Halving.Cut(land, centre, inward, _ => null, 0) is not { } main || main.Line[0].DistanceTo(place) > 60)
        {
            return null;
        }

        _centres.Add(centre);
        Build(land, main, road, place);
        return land;
    }

    private void Build(Ring land, (Ring One, Ring Other, Vec[] Line) main, Street road, Vec place)
    {
        var name = names.Next();
        sketch.Streets.Add(new("residential", name + "大街", null, [place, .. main.Line]));
        sketch.Compounds.Add(new(name, "village", $"{road.Name ?? name}旁", null, [main.Line[0]], land));
        var compound = sketch.Compounds.Count - 1;
        foreach (var half in (Ring[])[main.One, main.Other])
        {
            var lanes = new Subdivision(new(3_000, BendMeters: 2, WorstAspect: 5), _chance).Divide(half);
            sketch.Streets.AddRange(lanes.Cuts.Select(cut => new Street("service", null, null, cut.Line)));
            foreach (var part in lanes.Parts.SelectMany(ring => Shapes.Inset(ring, 3, 150)))
            {
                BuildHouses(part, land, compound);
            }
        }
    }

    // Houses thin out towards the fields.
    private void BuildHouses(Ring part, Ring village, int compound)
    {
        foreach (var lot in new Subdivision(new(270, WorstAspect: 3.2), _chance).Divide(part).Parts)
        {
            var isAtTheEdge = village.DistanceToEdge(lot.Centroid) < 26;
            if (_chance.Happens(isAtTheEdge ? 0.42 : 0.05) || Courtyards.Footprint(lot, 1.2, 5.5, _chance) is not { } footprint)
            {
                continue;
            }

            sketch.Houses.Add(new(footprint, Courtyards.North(footprint), compound, null, "residential", _chance.Happens(0.2) ? 2 : 1, 1));
        }
    }
}
