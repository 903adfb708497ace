using GridMap.Districts.Demo.Ground;
using GridMap.Districts.Demo.Plane;
using GridMap.Districts.Demo.Words;
using GridMap.Districts.Demo.Work;

namespace GridMap.Districts.Demo.Homes;

internal sealed record EstateStyles(RowStyle[] Old, RowStyle[] New);

/// <summary>A piece of a block on which an estate may stand, and the walls beside it.</summary>
internal sealed record Parcel(Ring Ring, Block Block, IReadOnlyList<Ring> Neighbours, int Number);

/// <summary>Walled compounds (小区): gates on streets, lanes inside, slabs in rows.</summary>
internal sealed class Estates(Sketch sketch, Encloser encloser, Shopfronts shopfronts, EstateNames names)
{
    private const double LargestSquareMeters = 190_000;
    private readonly EstateStyles _styles = DemoData.Load<EstateStyles>("estates");
    private readonly Noise _growth = new(sketch.Seed * 17 + 3, sketch.Size.CellMeters * 1.5);

    /// <summary>Builds on the parcels, from the centre outward, until the wanted number of compounds stands; answers the parcels left over.</summary>
    public List<Parcel> Draw(IReadOnlyList<Parcel> parcels)
    {
        List<Parcel> left = [];
        var built = 0;
        foreach (var parcel in parcels.OrderBy(p => p.Ring.Centroid.Length + sketch.Size.CellMeters * 0.7 * _growth.At(p.Ring.Centroid)))
        {
            if (built < sketch.Size.Compounds && TryBuild(parcel))
            {
                built++;
                continue;
            }

            left.Add(parcel);
        }

        return left;
    }

    private bool TryBuild(Parcel parcel)
    {
        if (parcel.Ring.Area > LargestSquareMeters)
        {
            return false;
        }

        var chance = Chance.Of(sketch.Seed, "estate", parcel.Number);
        var style = Style(parcel.Block.Zone, chance);
        var gates = parcel.Ring.Area > 70_000 ? 3 : chance.Whole(1, 2);
        var (behind, fronts) = shopfronts.Carve(parcel, chance);
        if (encloser.TryEnclose(behind, style, gates, 4, chance, style.GardenShare) is not { } enclosure)
        {
            return false;
        }

        Build(enclosure, style, chance);
        shopfronts.Build(fronts, enclosure, chance);
        return true;
    }

    private RowStyle Style(Zone zone, Chance chance) =>
        zone is Zone.OldEstates or Zone.Core == !chance.Happens(0.15) ? chance.Pick(_styles.Old) : chance.Pick(_styles.New);

    private void Build(Enclosure enclosure, RowStyle style, Chance chance)
    {
        var year = chance.Whole(style.YearFrom, style.YearTo);
        var address = names.Address(enclosure.Gates[0].Street.Name, chance);
        sketch.Compounds.Add(new(names.Next(year), year < 1993 && chance.Happens(0.25) ? "open" : "walled", address, year, [.. enclosure.Gates.Select(g => g.InWall)], enclosure.Wall));
        sketch.Streets.AddRange(enclosure.Ways());
        var (frame, number) = (enclosure.Frame, 1);
        foreach (var slab in enclosure.Plan.Slabs)
        {
            sketch.Houses.Add(new(
                frame.Out(slab.Footprint), frame.Out(slab.Door), sketch.Compounds.Count - 1, $"{number++}号楼", "residential", slab.Levels, slab.HomesPerLevel));
        }

        List<Ring> greens = enclosure.Plan.Garden is { } garden ? [garden, .. enclosure.Plan.Lawns] : enclosure.Plan.Lawns;
        if (year >= 1995 && greens.Count > 0)
        {
            var lawns = greens.Select(green => Shapes.ToPolygon(frame.Out(green)));
            sketch.Greens.Add(new("grass", null, Shapes.Factory.CreateMultiPolygon([.. lawns])));
        }
    }
}
