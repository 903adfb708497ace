using GridMap.Districts.Demo.Plane;
using GridMap.Districts.Demo.Words;

namespace GridMap.Districts.Demo.Ground;

/// <summary>Land between streets, to their centre lines.</summary>
internal sealed record Block(Ring Ring, Zone Zone, int Number);

/// <summary>Cuts superblocks into blocks by side streets.</summary>
internal sealed class Blocks(Sketch sketch, StreetNames names)
{
    private readonly PointIndex _junctions = new(100);

    public List<Block> Draw(IReadOnlyList<Ring> superblocks)
    {
        Zoning zoning = new(sketch);
        List<Block> blocks = [];
        for (var i = 0; i < superblocks.Count; i++)
        {
            var zone = zoning.Of(superblocks[i]);
            var chance = Chance.Of(sketch.Seed, "blocks", i);
            if (Rule(zone) is not { } rule || superblocks[i].Area < 15_000)
            {
                blocks.Add(new(superblocks[i], zone, blocks.Count));
                continue;
            }

            var division = new Subdivision(rule, chance, _junctions).Divide(superblocks[i]);
            sketch.Streets.AddRange(division.Cuts.Select(cut => ToStreet(cut, zone, chance)));
            blocks.AddRange(division.Parts.Select((part, n) => new Block(part, zone, blocks.Count + n)));
        }

        return blocks;
    }

    private static CuttingRule? Rule(Zone zone) => zone switch
    {
        Zone.OldTown => new(36_000, BendMeters: 9, DrawMeters: 25, Skew: 0.1),
        Zone.Core => new(52_000, DrawMeters: 45),
        Zone.OldEstates => new(72_000, BendMeters: 5, DrawMeters: 45),
        Zone.NewEstates => new(110_000, BendMeters: 8, DrawMeters: 55),
        Zone.Industry => new(150_000, DrawMeters: 60),
        Zone.Countryside => new(420_000, BendMeters: 40, DrawMeters: 60, Skew: 0.3),
        Zone.Hills => new(1_100_000, BendMeters: 90, DrawMeters: 60, Skew: 0.35),
        Zone.Lakeside or Zone.River => null,
        _ => throw new ArgumentOutOfRangeException(nameof(zone)),
    };

    private Street ToStreet(Cut cut, Zone zone, Chance chance) => zone switch
    {
        Zone.Hills => new("track", null, null, cut.Line),
        Zone.Countryside => new(cut.Depth == 0 ? "tertiary" : "track", cut.Depth == 0 ? names.Next("路") : null, null, cut.Line),
        Zone.OldTown => new(cut.Depth == 0 ? "tertiary" : "residential", names.NextLane(cut.Depth == 0 ? "大街" : "街"), null, cut.Line),
        _ => cut.Depth == 0
            ? new("tertiary", names.Next(chance.Pick<string>(["路", "街"])), null, cut.Line)
            : new("residential", names.Next(chance.Pick<string>(["路", "街", "巷"])), null, cut.Line),
    };
}
