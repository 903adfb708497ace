using GridMap.Districts.Demo.Plane;
using NetTopologySuite.Geometries;

namespace GridMap.Districts.Demo.Ground;

/// <summary>River, embankment parks, lake park, fields and woods.</summary>
internal sealed class Nature(Sketch sketch, Frontage frontage)
{
    private readonly Geometry _bed = Shapes.ToPolygon(sketch.Terrain.RiverBed);

    public void DrawRiver(IReadOnlyList<Block> blocks)
    {
        sketch.Waters.Add(new("river", "云溪河", _bed));
        foreach (var block in blocks.Where(b => b.Zone == Zone.River))
        {
            var banks = Shapes.Without(Shapes.ToPolygon(block.Ring), _bed);
            var isUrban = block.Ring.Centroid.Length < sketch.Size.UrbanMeters * 1.6;
            foreach (var bank in frontageFree(block, banks))
            {
                sketch.Greens.Add(new(isUrban ? "park" : "grass", isUrban ? "滨河公园" : null, Shapes.ToPolygon(bank)));
            }
        }

        List<Ring> frontageFree(Block block, Geometry banks) =>
            [.. frontage.Land(block.Ring, 500).SelectMany(land => Shapes.ToRings(Shapes.ToPolygon(land).Intersection(banks), 500))];
    }

    public void DrawLake(Block block)
    {
        var chance = Chance.Of(sketch.Seed, "lake");
        foreach (var land in frontage.Land(block.Ring, 2_000))
        {
            var radius = Math.Sqrt(land.Area / Math.PI) * 0.52;
            List<Vec> knots = [.. Enumerable.Range(0, 10).Select(i => land.Centroid + Vec.OfAngle(Trig.Tau * i / 10) * (radius * chance.Between(0.7, 1.15)))];
            var shore = Shapes.ToPolygon(new Ring(Lines.Smooth([.. knots, knots[0]], 12).SkipLast(1).ToList())).Intersection(Shapes.ToPolygon(Shapes.Inset(land, 30, 500)[0]));
            sketch.Waters.Add(new("lake", "镜湖", shore));
            sketch.Greens.Add(new("park", "镜湖公园", Shapes.Without(Shapes.ToPolygon(land), shore)));
        }
    }

    public void DrawCountry(Block block, IReadOnlyList<Ring> villages)
    {
        foreach (var land in frontage.Land(block.Ring, 2_000))
        {
            Geometry open = Shapes.ToPolygon(land);
            foreach (var village in villages.Where(v => v.Low.X < land.High.X && v.High.X > land.Low.X && v.Low.Y < land.High.Y && v.High.Y > land.Low.Y))
            {
                open = Shapes.Without(open, Shapes.ToPolygon(village));
            }

            sketch.Greens.Add(new(block.Zone == Zone.Hills ? "forest" : "farmland", null, open));
        }
    }
}
