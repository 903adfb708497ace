using GridMap.Simulator.Scenarios;

namespace GridMap.Simulator.Roles;

/// <summary>Those who look after volunteers: wishes from being made to being rated, activities from being published to being done.</summary>
public sealed class VolunteerRole(PublicApi api, VolunteerWork work, RoadGraph graph, TimeProvider time, Random random)
{
    private const string KnownDocument = "query { activities(first: 60) { nodes { team { id } signups { volunteer { id } } } } }";

    private const int MostUnderWay = 200;

    private static readonly Delay BetweenSteps = new(20, 120);
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(40);

    private readonly RoadEdge[] _homes = [.. graph.Edges.Where(edge => edge.GridId is not null && edge.Class is "residential" or "service" or "pedestrian")];
    private readonly Diary _diary = new(random);
    private readonly Dictionary<string, string> _wishes = [];
    private readonly Dictionary<string, Gathering> _activities = [];
    private string[] _teams = [];
    private string[] _volunteers = [];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var beat = new PeriodicTimer(TimeSpan.FromSeconds(5), time);
        while (await beat.WaitForNextTickAsync(cancellationToken))
        {
            if (_teams.Length == 0)
            {
                await MeetAsync(cancellationToken);
                continue;
            }

            await BeginAsync(cancellationToken);
            await GoOnWithWishesAsync(cancellationToken);
            await GoOnWithActivitiesAsync(cancellationToken);
            _diary.ForgetOld(time.GetUtcNow());
        }
    }

    // Who there is, as far as lists of activities tell.
    private async Task MeetAsync(CancellationToken cancellationToken)
    {
        if (await api.AskAsync("volunteers", KnownDocument, new { }, cancellationToken) is not { } data)
        {
            return;
        }

        var activities = data.GetProperty("activities").GetProperty("nodes").EnumerateArray().ToArray();
        _volunteers = [.. activities.SelectMany(one => one.GetProperty("signups").EnumerateArray()).Select(one => one.GetProperty("volunteer").GetProperty("id").GetString()!).Distinct()];
        _teams = _volunteers.Length == 0 ? [] : [.. activities.Select(one => one.GetProperty("team").GetProperty("id").GetString()!).Distinct()];
    }

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        if (IsTime(work.WishesPerHour) && _wishes.Count < MostUnderWay)
        {
            var (kind, title) = work.Wishes[random.Next(work.Wishes.Count)];
            if (await api.DoAsync("makeWish", new { idempotencyKey = Key(), title, kind, position = Somewhere().Position }, "wish { id }", cancellationToken) is { } made)
            {
                _wishes[made.GetProperty("wish").GetProperty("id").GetString()!] = "dispatchWish";
            }
        }

        if (IsTime(work.ActivitiesPerHour) && _activities.Count < MostUnderWay)
        {
            await PublishAsync(cancellationToken);
        }
    }

    private async Task PublishAsync(CancellationToken cancellationToken)
    {
        var (kind, title) = work.Activities[random.Next(work.Activities.Count)];
        var (position, street) = Somewhere();
        var starts = time.GetUtcNow() + Ahead;
        var input = new
        {
            idempotencyKey = Key(),
            teamId = _teams[random.Next(_teams.Length)],
            title,
            kind,
            address = street,
            position,
            startsAt = starts,
            endsAt = starts + Lasts,
            capacity = 20,
        };
        if (await api.DoAsync("publishActivity", input, "activity { id }", cancellationToken) is { } published)
        {
            var members = random.GetItems(_volunteers, 6).Distinct().ToArray();
            _activities[published.GetProperty("activity").GetProperty("id").GetString()!] = new Gathering(position, starts, members);
        }
    }

    private async Task GoOnWithWishesAsync(CancellationToken cancellationToken)
    {
        foreach (var (id, next) in _wishes.ToArray())
        {
            if (!_diary.IsDue($"{id} {next}", BetweenSteps, time.GetUtcNow()))
            {
                continue;
            }

            var (type, input, then) = next switch
            {
                "dispatchWish" => ("WishStepInput", (object)new { id }, "claimWish"),
                "claimWish" => ("ClaimWishInput", new { id, volunteerId = _volunteers[random.Next(_volunteers.Length)] }, "finishWish"),
                "finishWish" => ("WishStepInput", new { id }, "rateWish"),
                _ => ("RateWishInput", new { id, rating = random.Next(8) == 0 ? 4 : 5 }, null),
            };
            // A no means that somebody at a screen went on with it: it is theirs.
            var done = await api.DoAsync(next, type, input, "wish { state }", cancellationToken);
            if (done is null || then is null)
            {
                _wishes.Remove(id);
            }
            else
            {
                _wishes[id] = then;
            }
        }
    }

    private async Task GoOnWithActivitiesAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var (id, gathering) in _activities.ToArray())
        {
            foreach (var volunteer in gathering.Members.Where(member => _diary.IsDue($"{id} signUp {member}", BetweenSteps, now)).Except(gathering.SignedUp).ToArray())
            {
                gathering.SignedUp.Add(volunteer);
                await api.DoAsync("signUp", new { activityId = id, volunteerId = volunteer }, "activity { state }", cancellationToken);
            }

            foreach (var volunteer in gathering.SignedUp.Where(_ => now >= gathering.StartsAt).Except(gathering.CheckedIn).ToArray())
            {
                gathering.CheckedIn.Add(volunteer);
                await api.DoAsync("checkInVolunteer", new { activityId = id, volunteerId = volunteer, position = gathering.Position }, "activity { state }", cancellationToken);
            }

            if (now >= gathering.StartsAt + Lasts / 2)
            {
                _activities.Remove(id);
                await api.DoAsync("finishActivity", "ActivityStepInput", new { id }, "activity { state }", cancellationToken);
            }
        }
    }

    private bool IsTime(double perHour) => random.NextDouble() < perHour / 3600 * 5;

    private (GeoPoint Position, string Street) Somewhere()
    {
        var edge = _homes.Length > 0 ? _homes[random.Next(_homes.Length)] : graph.Edges[random.Next(graph.Edges.Count)];
        var (position, _) = edge.At(random.NextDouble() * edge.LengthMeters);
        return (new GeoPoint(position.X, position.Y), edge.Name ?? "小区内");
    }

    private static string Key() => Guid.CreateVersion7().ToString();

    private sealed record GeoPoint(double Longitude, double Latitude);

    private sealed record Gathering(GeoPoint Position, DateTimeOffset StartsAt, string[] Members)
    {
        public HashSet<string> SignedUp { get; } = [];

        public HashSet<string> CheckedIn { get; } = [];
    }
}
