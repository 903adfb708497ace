using GridMap.Core.Geography;

namespace GridMap.Districts.Life;

/// <summary>A year of volunteer activities up to now, those running now, and those announced for the next fortnight.</summary>
public sealed class DrawActivities(LifePlace place, VolunteerRules rules, VolunteerForce force, Scenes scenes, LocalCalendar calendar)
{
    private const int DaysBack = 365;

    private const int DaysAhead = 14;

    private const double CancelledShare = 0.02;

    private const double AbsentShare = 0.12;

    private static readonly string[] Spots = ["home", "park", "market", "commercial", "oldHome"];

    private readonly Chance _chance = new(place.Seed, "activities");

    private readonly ILookup<int, Scene> _spotsOfCommunity = SpotsByCommunity(place, scenes);

    public IEnumerable<ActivityRow> Run()
    {
        var now = calendar.Local(place.Now);
        var perDay = force.Teams.Count * rules.ActivitiesPerTeamYear / DaysBack;
        for (var day = -DaysBack; day <= DaysAhead; day++)
        {
            var date = now.Date.AddDays(day);
            var busy = calendar.Working.IsWorking(DateOnly.FromDateTime(date)) ? 0.8 : 1.5;
            var count = (int)(perDay * busy + _chance.Share());
            for (var i = 0; i < count; i++)
            {
                if (Draw(date.AddHours(8.5 + 2 * _chance.Below(6))) is { } activity)
                    yield return activity;
            }
        }

        var running = Math.Max(rules.FewestRunning, (int)Math.Round(place.Grids.Count * rules.RunningPerGrid));
        for (var i = 0; i < running; i++)
        {
            if (Draw(now.AddMinutes(-_chance.Between(10, 55))) is { } activity)
                yield return activity;
        }
    }

    private ActivityRow? Draw(DateTime local)
    {
        var team = _chance.Pick(force.Teams);
        var spots = _spotsOfCommunity[team.CommunityId].ToArray();
        if (spots.Length == 0)
            return null;

        var spot = _chance.Pick(spots);
        var kind = _chance.Pick(rules.Activities);
        var (starts, ends) = (calendar.Instant(local), calendar.Instant(local.AddHours(1.5 + 0.5 * _chance.Below(4))));
        var members = force.MembersOfTeam[team.Id].ToArray();
        var capacity = Math.Max(6, members.Length / 2 + _chance.Below(8));
        var state = State(starts, ends);
        return new ActivityRow(
            _chance.Identifier(starts.AddDays(-5)), team.Id, _chance.Pick(kind.Titles), kind.Kind, spot.Address, spot.GridId, starts, ends, capacity, state,
            Lattice.Factory.CreatePoint(spot.Position), state == "cancelled" ? [] : Signups(members, capacity, starts, ends));
    }

    private string State(DateTimeOffset starts, DateTimeOffset ends)
    {
        if (starts > place.Now)
            return "published";
        if (ends > place.Now)
            return "running";

        return _chance.Happens(CancelledShare) ? "cancelled" : "done";
    }

    private SignupRow[] Signups(int[] members, int capacity, DateTimeOffset starts, DateTimeOffset ends)
    {
        _chance.Shuffle(members);
        var count = Math.Min(Math.Min(members.Length, capacity), 2 + _chance.Below(2 * rules.SignupsPerActivity - 2));
        return [.. members.Take(count).Select(volunteer => Signup(volunteer, starts, ends)).Where(signup => signup.SignedUpAt < place.Now)];
    }

    private SignupRow Signup(int volunteer, DateTimeOffset starts, DateTimeOffset ends)
    {
        var signedUp = starts.AddHours(-1 - 90 * _chance.Share());
        var came = starts.AddMinutes(_chance.Between(-12, 9));
        var isThere = came <= place.Now && !_chance.Happens(AbsentShare);
        return new SignupRow(volunteer, signedUp, isThere ? came : null, isThere && ends <= place.Now ? (int)(ends - starts).TotalMinutes : null);
    }

    private static ILookup<int, Scene> SpotsByCommunity(LifePlace place, Scenes scenes)
    {
        var communities = place.Grids.ToDictionary(grid => grid.Id, grid => grid.CommunityId);
        return Spots.SelectMany(scenes.Of).ToLookup(scene => communities[scene.GridId]);
    }
}
