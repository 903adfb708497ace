using GridMap.Districts.Demo.Ground;
using GridMap.Districts.Demo.Places;
using GridMap.Districts.Demo.Words;

namespace GridMap.Districts.Demo;

/// <summary>Draws a synthetic Chinese district from a seed: the same seed and scale give the same bytes on every machine.</summary>
public static class DemoDistrict
{
    public static DistrictDraft Draw(DemoScale scale, long seed, IProgress<DrawingProgress>? progress = null)
    {
        var size = DemoData.Load<Dictionary<DemoScale, DemoSize>>("sizes")[scale];
        Fabric fabric = new(seed, size);
        Sketch sketch = new(seed, size, new(seed, size, fabric), fabric);
        var stems = DemoData.Load<StreetWords>("street-names");
        StreetNames streetNames = new(seed, stems);

        progress?.Report(new("Streets", "街道", 0));
        new Arterials(sketch, streetNames).Draw();
        var blocks = new Blocks(sketch, streetNames).Draw(Superblocks.Find(sketch));
        Pruning.DropUnreachable(sketch.Streets);
        Frontage frontage = new(sketch.Streets);

        progress?.Report(new("Homes", "住宅", 0.2));
        new Town(sketch, frontage, streetNames, stems).Draw(blocks);

        progress?.Report(new("Facilities", "设施", 0.8));
        new Stations(sketch, frontage).Draw();
        new RestStops(sketch).Draw();
        CandidateSites.Draw(sketch);
        Subdistricts.Draw(sketch);

        progress?.Report(new("Finish", "收尾", 0.9));
        return Drafting.Finish(sketch, scale);
    }
}
