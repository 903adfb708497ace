using GridMap.Districts.Demo.Ground;
using GridMap.Districts.Demo.Plane;
using GridMap.Districts.Demo.Words;

namespace GridMap.Districts.Demo.Homes;

internal sealed record EstateStyles(EstateStyle[] Old, EstateStyle[] New);

/// <summary>A piece of a block on which an estate may stand.</summary>
internal sealed record Parcel(Ring Ring, Block Block, IReadOnlyList<Ring> Neighbours);

/// <summary>Walled compounds (小区): gates on streets, lanes inside, slabs in rows.</summary>
internal sealed class Estates(Sketch sketch, Frontage frontage, EstateNames names)
{
    private readonly EstateStyles _styles = DemoData.Load<EstateStyles>("estates");

    /// <summary>Builds on the parcels, nearest to the centre first, until the wanted number of compounds stands; answers the parcels left over.</summary>
    public List<Parcel> Draw(IReadOnlyList<Parcel> parcels)
    {
        List<Parcel> left = [];
        var built = 0;
        foreach (var parcel in parcels.OrderBy(p => p.Ring.Centroid.Length))
        {
            if (built < sketch.Size.Compounds && TryBuild(parcel, built))
            {
                built++;
                continue;
            }

            left.Add(parcel);
        }

        return left;
    }

    private bool TryBuild(Parcel parcel, int number)
    {
        var chance = Chance.Of(sketch.Seed, "estate", number);
        var style = Style(parcel.Block.Zone, chance);
        var frame = Frame.Facing(parcel.Ring);
        var land = Shapes.Inset(frame.In(parcel.Ring), 5, 2_000);
        if (land.Count != 1)
        {
            return false;
        }

        EstatePlan plan = new(land[0], style, chance);
        var gates = Gates(parcel, frame, plan, chance);
        if (gates.Count == 0 || plan.Slabs.Count < 4)
        {
            return false;
        }

        Build(parcel, frame, plan, style, gates, chance);
        return true;
    }

    private EstateStyle Style(Zone zone, Chance chance) =>
        zone is Zone.OldEstates or Zone.Core == !chance.Happens(0.15) ? chance.Pick(_styles.Old) : chance.Pick(_styles.New);

    private List<(Vec From, Vec Gate, Vec Place, Street Street)> Gates(Parcel parcel, Frame frame, EstatePlan plan, Chance chance)
    {
        List<(Vec From, Vec Gate, Vec Place, Street Street)> possible = [];
        foreach (var way in plan.WaysOut)
        {
            Vec from = frame.Out(way.From), direction = frame.Out(way.From + way.Direction) - from;
            if (Gate(parcel, from, direction) is { } gate && !plan.Slabs.Exists(slab => IsInTheWay(frame, slab, from, gate.Gate)))
            {
                possible.Add((from, gate.Gate, gate.Place, gate.Street));
            }
        }

        chance.Shuffle(possible);
        var wanted = parcel.Ring.Area > 60_000 ? 3 : chance.Whole(1, 2);
        return [.. possible.DistinctBy(p => p.Street.Name ?? "").Take(wanted)];
    }

    private static bool IsInTheWay(Frame frame, Slab slab, Vec from, Vec to)
    {
        Vec a = frame.In(from), b = frame.In(to);
        var box = slab.Footprint;
        return Enumerable.Range(0, 4).Any(i => Lines.Crossing(a, b, box.From(i), box.To(i)) is not null);
    }

    private (Vec Gate, Vec Place, Street Street)? Gate(Parcel parcel, Vec from, Vec direction)
    {
        if (frontage.Ahead(from, direction, 110) is not { } ahead || ahead.Street.Class is "rail" or "track")
        {
            return null;
        }

        var gate = FirstCrossing(parcel.Ring, from, ahead.Place);
        if (gate is null || gate.Value.DistanceTo(ahead.Place) > 45 || parcel.Neighbours.Any(n => FirstCrossing(n, gate.Value, ahead.Place) is not null))
        {
            return null;
        }

        return (gate.Value, ahead.Place, ahead.Street);
    }

    private static Vec? FirstCrossing(Ring ring, Vec from, Vec to)
    {
        double? first = null;
        for (var i = 0; i < ring.Points.Length; i++)
        {
            if (Lines.Crossing(from, to, ring.From(i), ring.To(i)) is { } at && at.First < (first ?? 2))
            {
                first = at.First;
            }
        }

        return first is null ? null : from.Toward(to, first.Value);
    }

    private void Build(Parcel parcel, Frame frame, EstatePlan plan, EstateStyle style, List<(Vec From, Vec Gate, Vec Place, Street Street)> gates, Chance chance)
    {
        var year = chance.Whole(style.YearFrom, style.YearTo);
        var address = names.Address(gates[0].Street.Name, chance);
        sketch.Compounds.Add(new(names.Next(year), "walled", address, year, [.. gates.Select(g => g.Gate)], parcel.Ring));
        sketch.Streets.AddRange(plan.Ways.Select(way => new Street("service", null, null, frame.Out(way))));
        sketch.Streets.AddRange(gates.Select(g => new Street("service", null, null, [g.From, g.Gate, g.Place])));
        var number = 1;
        foreach (var slab in plan.Slabs)
        {
            sketch.Houses.Add(new(frame.Out(slab.Footprint), frame.Out(slab.Door), sketch.Compounds.Count - 1, $"{number++}号楼", "residential", slab.Levels, slab.HomesPerLevel));
        }
    }
}
