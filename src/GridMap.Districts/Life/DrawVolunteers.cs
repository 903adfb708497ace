namespace GridMap.Districts.Life;

/// <summary>The volunteer teams of a place and their members.</summary>
public sealed record VolunteerForce(IReadOnlyList<TeamRow> Teams, IReadOnlyList<VolunteerRow> Volunteers)
{
    public ILookup<int, int> MembersOfTeam { get; } = Volunteers.ToLookup(volunteer => volunteer.TeamId, volunteer => volunteer.Id);
}

/// <summary>Draws volunteer teams, spread over the communities, and volunteers with fictional names.</summary>
public sealed class DrawVolunteers(LifePlace place, VolunteerRules rules, NameCharacters characters)
{
    private readonly Chance _chance = new(place.Seed, "volunteers");

    public VolunteerForce Run()
    {
        var communities = place.Grids.GroupBy(grid => (grid.CommunityId, grid.CommunityName)).Select(group => group.Key).ToArray();
        var count = Math.Max(rules.Teams.Count, (int)Math.Round(place.Grids.Count * rules.TeamsPerGrid));
        TeamRow[] teams = [.. Enumerable.Range(0, count).Select(index => Team(index + 1, communities[index % communities.Length]))];
        var names = new FictionalNames(characters, _chance);
        var volunteers = new List<VolunteerRow>();
        foreach (var team in teams)
        {
            var members = Math.Max(4, (int)_chance.LogNormal(rules.PerTeam * 0.93, 0.4));
            volunteers.AddRange(Enumerable.Range(volunteers.Count + 1, members).Select(id => new VolunteerRow(id, team.Id, names.Next())));
        }

        return new VolunteerForce(teams, volunteers);
    }

    private TeamRow Team(int id, (int CommunityId, string CommunityName) community)
    {
        var kind = rules.Teams[(id - 1) % rules.Teams.Count];
        return new TeamRow(id, $"{community.CommunityName}{_chance.Pick(kind.Names)}志愿服务队", kind.Kind, community.CommunityId);
    }
}
