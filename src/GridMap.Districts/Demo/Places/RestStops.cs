using GridMap.Districts.Demo.Ground;
using GridMap.Districts.Demo.Plane;

namespace GridMap.Districts.Demo.Places;

internal sealed record RestStopWords(string[] Hosts, string[] Hours, string[] Always, string[] Sometimes);

/// <summary>Courier rest stops (小哥加油站) in shops, banks and stations along busy streets.</summary>
internal sealed class RestStops(Sketch sketch)
{
    private readonly Chance _chance = Chance.Of(sketch.Seed, "rest stops");
    private readonly RestStopWords _words = DemoData.Load<RestStopWords>("rest-stops");

    public void Draw()
    {
        var spread = Math.Sqrt(sketch.Size.UrbanMeters * sketch.Size.UrbanMeters * 3 / sketch.Size.RestStops) * 0.62;
        PointIndex stops = new(spread);
        List<Street> busy = [.. sketch.Streets.Where(s => s.Class is "primary" or "secondary" or "tertiary" or "trunk" && s is { Name: not null, IsBridge: false, IsTunnel: false })];
        for (var (attempt, number) = (0, 1); number <= sketch.Size.RestStops && attempt < 40_000; attempt++)
        {
            var street = _chance.Pick(busy);
            if (Beside(street) is { } place && place.Length < sketch.Size.UrbanMeters * 1.05 && stops.Nearest(place, spread) is null)
            {
                stops.Add(place);
                sketch.Facilities.Add(Open(street, place, number++));
            }
        }
    }

    private Vec? Beside(Street street)
    {
        var along = _chance.Between(20, Lines.Length(street.Course));
        Vec at = Lines.Along(street.Course, along), before = Lines.Along(street.Course, along - 10);
        var place = at + (at - before).Unit.Left * ((Frontage.HalfWidth(street.Class) + 3) * (_chance.Happens(0.5) ? 1 : -1));
        return sketch.Terrain.RiverBelt.Contains(place) ? null : place;
    }

    private Facility Open(Street street, Vec place, int number)
    {
        List<string> services = [.. _words.Always, .. _words.Sometimes.Where(_ => _chance.Happens(0.55))];
        var host = _chance.Pick(_words.Hosts);
        return new(
            $"XG{number:0000}", "courier_rest_stop", $"{street.Name}{host}小哥加油站", street.NameEnglish is { } english ? $"Courier rest stop, {english}" : null,
            $"{street.Name}{_chance.Whole(1, 380)}号", _chance.Pick(_words.Hours), _chance.Whole(4, 20), place, services);
    }
}
