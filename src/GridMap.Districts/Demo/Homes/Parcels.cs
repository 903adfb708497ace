using GridMap.Districts.Demo.Ground;
using GridMap.Districts.Demo.Plane;

namespace GridMap.Districts.Demo.Homes;

/// <summary>Shares a block out among estates: walls between them, no street.</summary>
internal static class Parcels
{
    public static List<Parcel> Of(Block block, Frontage frontage, long seed, double targetSquareMeters)
    {
        var chance = Chance.Of(seed, "parcels", block.Number);
        var rings = frontage.Land(block.Ring, 6_000)
            .SelectMany(land => new Subdivision(new(targetSquareMeters), chance).Divide(land).Parts)
            .SelectMany(part => Shapes.Inset(part, 0.8, 6_000))
            .ToList();
        return [.. rings.Select((ring, n) => new Parcel(ring, block, [.. rings.Where(other => other != ring)], block.Number * 64 + n))];
    }
}
