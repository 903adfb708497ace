using GridMap.Districts.Demo.Ground;
using GridMap.Districts.Demo.Homes;
using GridMap.Districts.Demo.Places;
using GridMap.Districts.Demo.Plane;
using GridMap.Districts.Demo.Words;
using GridMap.Districts.Demo.Work;

namespace GridMap.Districts.Demo;

/// <summary>Draws a synthetic Chinese district from a seed: the same seed and scale give the same bytes on every machine.</summary>
public static class DemoDistrict
{
    public static DistrictDraft Draw(DemoScale scale, long seed, IProgress<DrawingProgress>? progress = null)
    {
        var size = DemoData.Load<Dictionary<DemoScale, DemoSize>>("sizes")[scale];
        Fabric fabric = new(seed, size);
        Sketch sketch = new(seed, size, new(seed, size, fabric), fabric);
        StreetNames streetNames = new(seed, DemoData.Load<StreetWords>("street-names"));

        progress?.Report(new("Streets", "街道", 0));
        new Arterials(sketch, streetNames).Draw();
        var blocks = new Blocks(sketch, streetNames).Draw(Superblocks.Find(sketch));
        Frontage frontage = new(sketch.Streets);

        progress?.Report(new("Homes", "住宅", 0.2));
        DrawBlocks(sketch, frontage, blocks, streetNames);

        progress?.Report(new("Facilities", "设施", 0.8));
        new Stations(sketch, frontage).Draw();
        new RestStops(sketch).Draw();
        CandidateSites.Draw(sketch);
        Subdistricts.Draw(sketch);

        progress?.Report(new("Finish", "收尾", 0.9));
        return Drafting.Finish(sketch, scale);
    }

    private static void DrawBlocks(Sketch sketch, Frontage frontage, List<Block> blocks, StreetNames streetNames)
    {
        EstateNames names = new(sketch.Seed, DemoData.Load<EstateWords>("estate-names"));
        Nature nature = new(sketch, frontage);
        OldTown oldTown = new(sketch, frontage, streetNames, names);
        Workplaces work = new(sketch, frontage);
        nature.DrawRiver(blocks);
        List<Parcel> parcels = [];
        foreach (var block in blocks)
        {
            switch (block.Zone)
            {
                case Zone.OldTown:
                    oldTown.Draw(block);
                    break;
                case Zone.Core:
                    work.DrawCore(block);
                    break;
                case Zone.Industry:
                    work.DrawIndustry(block);
                    break;
                case Zone.Lakeside:
                    nature.DrawLake(block);
                    break;
                case Zone.OldEstates or Zone.NewEstates:
                    parcels.AddRange(Parcels.Of(block, frontage, sketch.Seed));
                    break;
                case Zone.River or Zone.Countryside or Zone.Hills:
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(blocks));
            }
        }

        var left = new Estates(sketch, frontage, names).Draw(parcels);
        sketch.Greens.AddRange(left.Select(parcel => new Green("grass", null, Shapes.ToPolygon(parcel.Ring))));
        var country = blocks.Where(b => b.Zone is Zone.Countryside or Zone.Hills).ToList();
        var villages = new Villages(sketch, frontage, new(sketch.Seed, DemoData.Load<VillageWords>("village-names"))).Draw(country);
        country.ForEach(block => nature.DrawCountry(block, villages));
    }
}
