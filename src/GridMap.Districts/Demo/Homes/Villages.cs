using GridMap.Districts.Demo.Ground;
using GridMap.Districts.Demo.Plane;
using GridMap.Districts.Demo.Words;

namespace GridMap.Districts.Demo.Homes;

/// <summary>Villages at the rim: a main street from the country road, lanes, small houses with yards.</summary>
internal sealed class Villages(Sketch sketch, Frontage frontage, VillageNames names)
{
    /// <summary>Draws the villages on country blocks; answers the land they took.</summary>
    public List<Ring> Draw(IReadOnlyList<Block> country)
    {
        List<Ring> taken = [];
        foreach (var block in country)
        {
            var chance = Chance.Of(sketch.Seed, "village", block.Number);
            if (taken.Count < sketch.Size.Villages && TryDraw(block, chance) is { } land)
            {
                taken.Add(land);
            }
        }

        return taken;
    }

    private Ring? TryDraw(Block block, Chance chance)
    {
        if (frontage.Nearest(block.Ring.Centroid, 190, s => s.Class is "secondary" or "tertiary" or "primary") is not { } road)
        {
            return null;
        }

        var radius = chance.Between(110, 190);
        var inward = (block.Ring.Centroid - road.Place).Unit;
        var centre = road.Place + inward * (radius + 24);
        Ring blob = new([.. Enumerable.Range(0, 11).Select(i => centre + Vec.OfAngle(Trig.Tau * i / 11) * (radius * chance.Between(0.85, 1.12)))]);
        var land = frontage.Land(block.Ring, 5_000).Select(l => Shapes.ToPolygon(l).Intersection(Shapes.ToPolygon(blob))).SelectMany(g => Shapes.ToRings(g, 12_000)).FirstOrDefault();
        if (land is null || Halving.Cut(land, centre, inward, _ => null, 0) is not { } main)
        {
            return null;
        }

        Build(land, main, road, chance);
        return land;
    }

    private void Build(Ring land, (Ring One, Ring Other, Vec[] Line) main, (Vec Place, Street Street, double Distance) road, Chance chance)
    {
        var name = names.Next();
        var start = main.Line[0].DistanceTo(road.Place) < main.Line[^1].DistanceTo(road.Place) ? main.Line : [.. main.Line.Reverse()];
        sketch.Streets.Add(new("residential", name + "街", null, [road.Place, .. start]));
        sketch.Compounds.Add(new(name, "village", $"{road.Street.Name ?? name}旁", null, [start[0]], land));
        var compound = sketch.Compounds.Count - 1;
        foreach (var half in (Ring[])[main.One, main.Other])
        {
            var lanes = new Subdivision(new(3_000, BendMeters: 2, WorstAspect: 5), chance).Divide(half);
            sketch.Streets.AddRange(lanes.Cuts.Select(cut => new Street("service", null, null, cut.Line)));
            foreach (var part in lanes.Parts.SelectMany(ring => Shapes.Inset(ring, 3, 150)))
            {
                BuildHouses(part, compound, chance);
            }
        }
    }

    private void BuildHouses(Ring land, int compound, Chance chance)
    {
        foreach (var lot in new Subdivision(new(270, WorstAspect: 3.2), chance).Divide(land).Parts)
        {
            if (chance.Happens(0.08) || Courtyards.Footprint(lot, 1.2, 5.5, chance) is not { } footprint)
            {
                continue;
            }

            sketch.Houses.Add(new(footprint, Courtyards.North(footprint), compound, null, "residential", chance.Happens(0.2) ? 2 : 1, 1));
        }
    }
}
