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

    /// <summary>Woods on the hills and fields in strips, around the villages.</summary>
    public void DrawCountry(IReadOnlyList<Block> country, IReadOnlyList<Ring> villages)
    {
        var woods = Contour.Above(sketch.Terrain.HillAt, sketch.Terrain.Extent, 140);
        foreach (var block in country)
        {
            var chance = Chance.Of(sketch.Seed, "fields", block.Number);
            foreach (var land in frontage.Land(block.Ring, 2_000))
            {
                var open = Around(land, villages);
                sketch.Greens.Add(new("forest", null, open.Intersection(woods)));
                Shapes.ToRings(Shapes.Without(open, woods), 1_500).ForEach(fields => DrawFields(fields, chance));
            }
        }
    }

    private static Geometry Around(Ring land, IReadOnlyList<Ring> villages)
    {
        Geometry open = Shapes.ToPolygon(land);
        foreach (var village in villages.Where(v => v.Low.X < land.High.X && v.High.X > land.Low.X && v.Low.Y < land.High.Y && v.High.Y > land.Low.Y))
        {
            open = Shapes.Without(open, Shapes.ToPolygon(village));
        }

        return open;
    }

    // Strips lie a step apart: the baulks between them show.
    private void DrawFields(Ring land, Chance chance)
    {
        foreach (var field in new Subdivision(new(34_000, Spread: 0.6, BendMeters: 5, Skew: 0.08, WorstAspect: 4), chance).Divide(land).Parts)
        {
            var kind = chance.Happens(0.06) ? "forest" : chance.Happens(0.06) ? "grass" : "farmland";
            Shapes.Inset(field, 1.2, 800).ForEach(strip => sketch.Greens.Add(new(kind, null, Shapes.ToPolygon(strip))));
        }
    }
}
