using GridMap.Districts.Demo.Ground;
using GridMap.Districts.Demo.Plane;

namespace GridMap.Districts.Demo.Work;

/// <summary>Offices, malls and works: large footprints on the lots of a block.</summary>
internal sealed class Workplaces(Sketch sketch, Frontage frontage)
{
    public void DrawCore(Block block) =>
        Draw(block, 4_200, 8, chance => chance.Happens(0.45) ? ("commercial", chance.Whole(3, 7)) : ("office", chance.Whole(8, 32)));

    public void DrawIndustry(Block block) => Draw(block, 9_500, 9, chance => ("industrial", chance.Whole(1, 2)));

    private void Draw(Block block, double lotSquareMeters, double margin, Func<Chance, (string Use, int Levels)> choose)
    {
        var chance = Chance.Of(sketch.Seed, "workplace", block.Number);
        foreach (var land in frontage.Land(block.Ring, 1_500))
        {
            foreach (var lot in new Subdivision(new(lotSquareMeters), chance).Divide(land).Parts.SelectMany(lot => Shapes.Inset(lot, margin, 250)))
            {
                var (use, levels) = choose(chance);
                sketch.Houses.Add(new(lot, Courtyard(lot), null, null, use, levels, 0));
            }
        }
    }

    private Vec Courtyard(Ring lot)
    {
        Vec best = lot.Points[0];
        var distance = double.MaxValue;
        for (var i = 0; i < lot.Points.Length; i++)
        {
            var middle = lot.From(i).Toward(lot.To(i), 0.5);
            if (frontage.Nearest(middle, 150, s => s.IsWalkable) is { } near && near.Distance < distance)
            {
                (best, distance) = (middle, near.Distance);
            }
        }

        return best;
    }
}
