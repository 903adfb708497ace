using System.Globalization;
using GridMap.Core.Geography;

namespace GridMap.Districts.Life;

/// <summary>A year of micro-wishes 微心愿: made, dispatched by the community, claimed by a volunteer, done, rated. The wish is kept, never the resident.</summary>
public sealed class DrawWishes(LifePlace place, VolunteerRules rules, VolunteerForce force, Scenes scenes, LocalCalendar calendar)
{
    private const int DaysBack = 365;

    private const double WithdrawnShare = 0.015;

    private const double RatedShare = 0.85;

    private static readonly short[] Ratings = [5, 5, 5, 5, 5, 5, 4, 4, 4, 3];

    private readonly Chance _chance = new(place.Seed, "wishes");

    public IEnumerable<WishRow> Run()
    {
        var today = calendar.Local(place.Now).Date;
        var count = (int)Math.Round(place.Grids.Count * rules.WishesPerGrid);
        var made = Enumerable.Range(0, count)
            .Select(_ => calendar.Instant(today.AddDays(-_chance.Below(DaysBack)).AddHours(8 + 11 * _chance.Share())))
            .Where(at => at < place.Now)
            .Order()
            .ToArray();
        return made.Select((at, index) => Draw(index + 1, at));
    }

    private WishRow Draw(int number, DateTimeOffset made)
    {
        var spot = scenes.Draw(_chance.Happens(0.6) ? "home" : "oldHome", _chance);
        var kind = _chance.Pick(rules.Wishes);
        var dispatched = made.AddHours(_chance.LogNormal(5, 0.7));
        var claimed = dispatched.AddHours(_chance.LogNormal(9, 0.9));
        var done = claimed.AddHours(_chance.LogNormal(40, 0.7));
        var rated = done.AddHours(_chance.LogNormal(12, 0.7));
        var state = State(dispatched, claimed, done, rated);
        return new WishRow(
            _chance.Identifier(made), string.Create(CultureInfo.InvariantCulture, $"XY{calendar.Local(made):yyyyMMdd}-{number:00000}"),
            _chance.Pick(kind.Titles), kind.Kind, spot.GridId, made, state, Lattice.Factory.CreatePoint(spot.Position),
            state is "claimed" or "done" or "rated" ? Claim(claimed, done, state) : null);
    }

    private string State(DateTimeOffset dispatched, DateTimeOffset claimed, DateTimeOffset done, DateTimeOffset rated)
    {
        if (dispatched > place.Now)
            return "made";
        if (_chance.Happens(WithdrawnShare))
            return "withdrawn";
        if (claimed > place.Now)
            return "dispatched";
        if (done > place.Now)
            return "claimed";

        return rated <= place.Now && _chance.Happens(RatedShare) ? "rated" : "done";
    }

    private ClaimRow Claim(DateTimeOffset claimed, DateTimeOffset done, string state) => new(
        _chance.Pick(force.Volunteers).Id, claimed, state == "claimed" ? null : done, state == "rated" ? _chance.Pick(Ratings) : null);
}
