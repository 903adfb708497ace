using GridMap.Districts.Demo.Ground;
using GridMap.Districts.Demo.Plane;

namespace GridMap.Districts.Demo.Homes;

/// <summary>A gate: the way inside it comes from, the gate in the wall, and where its drive meets the street.</summary>
internal sealed record Gate(Vec From, Vec InWall, Vec OnStreet, Street Street);

/// <summary>Walled ground with its rows, lanes and gates, laid out but not yet drawn.</summary>
internal sealed record Enclosure(Ring Wall, Frame Frame, RowPlan Plan, IReadOnlyList<Gate> Gates)
{
    public IEnumerable<Street> Ways() =>
        Plan.Ways.Select(way => new Street("service", null, null, Frame.Out(way)))
            .Concat(Gates.Select(gate => new Street("service", null, null, [gate.From, gate.InWall, gate.OnStreet])));
}

/// <summary>Lays rows out on a parcel and finds gates on its streets, whose drives never cross another; null when nothing fits or no street is reached.</summary>
internal sealed class Encloser(Frontage frontage, SegmentIndex drives)
{
    private const double LongestDriveMeters = 110;
    private const double LongestForecourtMeters = 58;

    public Enclosure? TryEnclose(Parcel parcel, RowStyle style, int mostGates, int fewestSlabs, Chance chance, double gardenShare = 0)
    {
        var frame = Frame.Facing(parcel.Ring);
        if (Shapes.Inset(frame.In(parcel.Ring), 5, 1_500) is not [var land])
        {
            return null;
        }

        RowPlan plan = new(land, style, chance, gardenShare);
        if (plan.Slabs.Count < fewestSlabs)
        {
            return null;
        }

        var gates = Gates(parcel, frame, plan, mostGates, chance);
        gates.ForEach(gate => drives.AddLine([gate.InWall, gate.OnStreet], 0));
        return gates.Count == 0 ? null : new(parcel.Ring, frame, plan, gates);
    }

    private List<Gate> Gates(Parcel parcel, Frame frame, RowPlan plan, int most, Chance chance)
    {
        List<Gate> possible = [];
        foreach (var way in plan.WaysOut)
        {
            Vec from = frame.Out(way.From), direction = frame.Out(way.From + way.Direction) - from;
            if (GateAhead(parcel, from, direction) is { } gate && !IsBlocked(plan, way.From + way.Direction, frame.In(gate.InWall)))
            {
                possible.Add(gate);
            }
        }

        chance.Shuffle(possible);
        List<Gate> gates = [];
        foreach (var gate in possible.OrderBy(gate => Frontage.HalfWidth(gate.Street.Class) > 20 ? 1 : 0).DistinctBy(gate => gate.Street.Name ?? ""))
        {
            if (gates.Count < most && !gates.Exists(other => other.From != gate.From && Lines.Crossing(other.From, other.OnStreet, gate.From, gate.OnStreet) is not null))
            {
                gates.Add(gate);
            }
        }

        return gates;
    }

    private Gate? GateAhead(Parcel parcel, Vec from, Vec direction)
    {
        if (frontage.Ahead(from, direction, LongestDriveMeters) is not { } ahead || ahead.Street.Class is "rail" or "track")
        {
            return null;
        }

        var inWall = parcel.Ring.FirstCrossing(from, ahead.Place);
        var isClear = inWall is { } place && place.DistanceTo(ahead.Place) <= LongestForecourtMeters
            && !parcel.Neighbours.Any(neighbour => neighbour.FirstCrossing(place, ahead.Place) is not null);
        return isClear && !drives.IsCrossedBy(inWall!.Value, ahead.Place) ? new(from, inWall!.Value, ahead.Place, ahead.Street) : null;
    }

    private static bool IsBlocked(RowPlan plan, Vec from, Vec to) =>
        plan.Slabs.Exists(slab => slab.Footprint.FirstCrossing(from, to) is not null)
        || plan.Ways.Exists(way => Enumerable.Range(1, way.Length - 1).Any(i => Lines.Crossing(from, to, way[i - 1], way[i]) is not null));
}
