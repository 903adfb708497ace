using GridMap.Districts.Demo.Ground;
using GridMap.Districts.Demo.Plane;
using GridMap.Districts.Demo.Words;

namespace GridMap.Districts.Demo.Homes;

/// <summary>The old town: lanes (胡同、巷) between rows of courtyard houses, shops on the streets.</summary>
internal sealed class OldTown(Sketch sketch, Frontage frontage, StreetNames names, EstateNames addresses)
{
    private readonly Landmarks _landmarks = new(sketch);

    public void Draw(Block block)
    {
        var chance = Chance.Of(sketch.Seed, "old town", block.Number);
        var lanes = new Subdivision(new(4_200, BendMeters: 3, DrawMeters: 12, Skew: 0.12, WorstAspect: 4.5), chance, new PointIndex(40)).Divide(block.Ring);
        var compound = AddCompound(block, lanes, chance);
        foreach (var cut in lanes.Cuts)
        {
            sketch.Streets.Add(new(cut.Depth < 2 ? "pedestrian" : "footway", cut.Depth < 3 ? names.NextLane("巷") : null, null, cut.Line));
        }

        SegmentIndex paths = new(40);
        lanes.Cuts.ForEach(cut => paths.AddLine(cut.Line, 0));
        foreach (var part in lanes.Parts)
        {
            Build(part, paths, compound, chance);
        }
    }

    private int? AddCompound(Block block, Subdivision lanes, Chance chance)
    {
        if (frontage.Land(block.Ring, 3_000) is not [var land, ..])
        {
            return null;
        }

        var gates = lanes.Cuts.Where(cut => cut.Depth < 2).SelectMany(cut => (Vec[])[cut.Line[0], cut.Line[^1]]).Where(end => frontage.At(end) is not null).ToList();
        if (gates.Count == 0)
        {
            return null;
        }

        var street = frontage.At(gates[0])?.Name;
        sketch.Compounds.Add(new(names.NextLane("片区") ?? names.Next("片区"), "old_town", addresses.Address(street, chance), null, gates, land));
        return sketch.Compounds.Count - 1;
    }

    private void Build(Ring part, SegmentIndex paths, int? compound, Chance chance)
    {
        foreach (var land in frontage.Land(part, 200).SelectMany(ring => Shapes.Inset(ring, 0.01, 200)))
        {
            if (_landmarks.TryBuild(land, chance))
            {
                continue;
            }

            foreach (var lot in new Subdivision(new(250, Skew: 0.02, WorstAspect: 3.2), chance).Divide(land).Parts)
            {
                if (Courtyards.Footprint(lot, 0.5, 4.6, chance) is not { } footprint || Touches(footprint, paths))
                {
                    continue;
                }

                var levels = chance.Happens(0.12) ? 2 : 1;
                sketch.Houses.Add(new(footprint, Courtyards.North(footprint), compound, null, "residential", levels, chance.Whole(1, 3)));
            }
        }
    }

    // Lanes are narrow: a house must leave one and a half metres to the middle of the lane.
    private static bool Touches(Ring footprint, SegmentIndex paths) =>
        footprint.Points.Any(p => paths.Nearest(p, 1.5) is not null);
}
