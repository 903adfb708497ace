using GridMap.Districts.Demo.Ground;
using GridMap.Districts.Demo.Plane;

namespace GridMap.Districts.Demo.Places;

internal sealed record StationWords(string[] Hours, string[] Always, string[] Sometimes);

/// <summary>Party service stations near the homes of older estates first: the newest estates are not yet served.</summary>
internal sealed class Stations(Sketch sketch, Frontage frontage)
{
    private const double ServedShare = 0.5;
    private readonly Chance _chance = Chance.Of(sketch.Seed, "stations");
    private readonly Noise _budget = new(sketch.Seed * 19 + 5, sketch.Size.CellMeters * 3.4);
    private readonly StationWords _words = DemoData.Load<StationWords>("stations");

    // Even spread first; where that leaves stations over, they stand closer together.
    public void Draw()
    {
        List<Compound> waiting = [.. Served().OrderBy(c => c.BuiltYear is > 2012 ? 1 : 0).ThenBy(c => c.Shape.Centroid.X)];
        var spread = Math.Sqrt(sketch.Size.UrbanMeters * sketch.Size.UrbanMeters * 3 / sketch.Size.Stations) * 0.78;
        List<Vec> standing = [];
        for (; standing.Count < sketch.Size.Stations && spread > 40; spread *= 0.8)
        {
            waiting = Place(waiting, spread, standing);
        }
    }

    // Whole quarters, of new estates above all, have none yet, nor have most villages: these are the coverage gaps.
    private IEnumerable<Compound> Served() =>
        sketch.Compounds.OrderBy(Neglect).Take((int)(sketch.Compounds.Count * ServedShare));

    private double Neglect(Compound compound) => _budget.At(compound.Shape.Centroid) + compound switch
    {
        { Kind: "village" } => _chance.Between(0, 1.2),
        { BuiltYear: > 2002 } => 0.35,
        { BuiltYear: > 1992 } => 0.15,
        _ => 0,
    };

    private List<Compound> Place(List<Compound> compounds, double spread, List<Vec> standing)
    {
        PointIndex near = new(spread);
        standing.ForEach(near.Add);
        List<Compound> passedOver = [];
        foreach (var compound in compounds)
        {
            if (standing.Count < sketch.Size.Stations && Beside(compound) is { } place && near.Nearest(place, spread) is null)
            {
                near.Add(place);
                standing.Add(place);
                sketch.Facilities.Add(Open(compound, place, standing.Count));
                continue;
            }

            passedOver.Add(compound);
        }

        return passedOver;
    }

    private Vec? Beside(Compound compound)
    {
        if (frontage.Nearest(compound.Gates[0], 60, s => s.IsWalkable && s.Class != "track") is not { } street)
        {
            return null;
        }

        var inward = (compound.Gates[0] - street.Place).Unit;
        return street.Place + inward * (Frontage.HalfWidth(street.Street.Class) - 3) + inward.Left * 14;
    }

    private Facility Open(Compound compound, Vec place, int number) => new(
        $"DQ{number:0000}", "party_service_station", compound.Name + "党群服务站", $"Party service station {number}", compound.Address, _chance.Pick(_words.Hours),
        _chance.Whole(20, 120), place, [.. _words.Always, .. _words.Sometimes.Where(_ => _chance.Happens(0.5))]);
}
