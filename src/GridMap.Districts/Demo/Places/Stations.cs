using GridMap.Districts.Demo.Ground;
using GridMap.Districts.Demo.Plane;

namespace GridMap.Districts.Demo.Places;

internal sealed record StationWords(string[] Hours, string[] Always, string[] Sometimes);

/// <summary>Party service stations near the homes of older estates first: the newest estates are not yet served.</summary>
internal sealed class Stations(Sketch sketch, Frontage frontage)
{
    private readonly Chance _chance = Chance.Of(sketch.Seed, "stations");
    private readonly StationWords _words = DemoData.Load<StationWords>("stations");

    public void Draw()
    {
        var number = 1;
        var spread = Math.Sqrt(sketch.Size.UrbanMeters * sketch.Size.UrbanMeters * 3 / sketch.Size.Stations) * 0.7;
        PointIndex stations = new(spread);
        foreach (var compound in sketch.Compounds.OrderBy(c => c.BuiltYear is > 2012 ? 1 : 0).ThenBy(c => c.Shape.Centroid.X))
        {
            if (number > sketch.Size.Stations)
            {
                return;
            }

            if (frontage.Nearest(compound.Gates[0], 60, s => s.IsWalkable && s.Class != "track") is not { } street || stations.Nearest(street.Place, spread) is not null)
            {
                continue;
            }

            var beside = street.Place + (compound.Gates[0] - street.Place).Unit * 8 + (compound.Gates[0] - street.Place).Unit.Left * 14;
            stations.Add(beside);
            sketch.Facilities.Add(Open(compound, beside, number++));
        }
    }

    private Facility Open(Compound compound, Vec place, int number) => new(
        $"DQ{number:0000}", "party_service_station", compound.Name + "党群服务站", null, compound.Address, _chance.Pick(_words.Hours),
        _chance.Whole(20, 120), place, [.. _words.Always, .. _words.Sometimes.Where(_ => _chance.Happens(0.5))]);
}
