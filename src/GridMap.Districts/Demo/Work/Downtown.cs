using GridMap.Districts.Demo.Ground;
using GridMap.Districts.Demo.Plane;
using GridMap.Districts.Demo.Words;

namespace GridMap.Districts.Demo.Work;

/// <summary>The core: malls and office towers, one to a lot, with a plaza here and there.</summary>
internal sealed class Downtown(Sketch sketch, Frontage frontage, InstitutionNames names)
{
    public void Draw(Block block)
    {
        var chance = Chance.Of(sketch.Seed, "downtown", block.Number);
        foreach (var land in frontage.Land(block.Ring, 1_500))
        {
            foreach (var lot in new Subdivision(new(5_200), chance).Divide(land).Parts)
            {
                DrawLot(lot, chance);
            }
        }
    }

    private void DrawLot(Ring lot, Chance chance)
    {
        if (chance.Happens(0.12) && lot.Area > 2_500)
        {
            sketch.Greens.AddRange(Shapes.Inset(lot, 3, 800).Select(open => new Green("square", open.Area > 4_500 ? names.NextStemmed(["广场"]) : null, Shapes.ToPolygon(open))));
            return;
        }

        if (Inscribed(lot, chance) is not { } footprint)
        {
            return;
        }

        var isMall = footprint.Area > 2_600 ? chance.Happens(0.7) : chance.Happens(0.2);
        var name = footprint.Area > 900 ? names.NextStemmed(names.Words.Towers) : null;
        sketch.Houses.Add(new(footprint, frontage.DoorOf(footprint), null, name, isMall ? "commercial" : "office", isMall ? chance.Whole(3, 7) : chance.Whole(9, 34), 0));
    }

    // The largest of ever smaller rectangles in the lot's own frame that stays inside it, then perhaps with a corner taken out.
    private static Ring? Inscribed(Ring lot, Chance chance)
    {
        var frame = Frame.Facing(lot);
        var local = frame.In(lot);
        var middle = (local.Low + local.High) * 0.5;
        for (var share = 0.86; share > 0.3; share -= 0.06)
        {
            var half = (local.High - local.Low) * (share / 2);
            Vec low = middle - half, high = middle + half;
            if (Ring.Rectangle(low.X - 3, low.Y - 3, high.X + 3, high.Y + 3).Points.All(local.Contains))
            {
                return half.X < 7 || half.Y < 7 ? null : frame.Out(Cornered(low, high, chance));
            }
        }

        return null;
    }

    private static Ring Cornered(Vec low, Vec high, Chance chance)
    {
        if (chance.Happens(0.45))
        {
            return Ring.Rectangle(low.X, low.Y, high.X, high.Y);
        }

        var cut = new Vec((high.X - low.X) * chance.Between(0.2, 0.55), (high.Y - low.Y) * chance.Between(0.2, 0.55));
        return chance.Happens(0.5)
            ? new([low, new(high.X, low.Y), new(high.X, high.Y - cut.Y), new(high.X - cut.X, high.Y - cut.Y), new(high.X - cut.X, high.Y), new(low.X, high.Y)])
            : new([new(low.X + cut.X, low.Y), new(high.X, low.Y), high, new(low.X, high.Y), new(low.X, low.Y + cut.Y), new(low.X + cut.X, low.Y + cut.Y)]);
    }
}
