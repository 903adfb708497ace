using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Volunteers;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Access;
using GridMap.Platform.Api;
using GridMap.Platform.Schema;

namespace GridMap.Server.Volunteers;

/// <summary>Where queries begin for volunteers and what they earn.</summary>
[QueryType]
public static class LedgerQueries
{
    private const int MostWords = 64;
    private const int MostVolunteers = 50;

    private static readonly Refusal FirstOutOfRange = new(
        "FIRST_OUT_OF_RANGE", $"Ask for 1 to {MostVolunteers}.", $"first 须为 1 至 {MostVolunteers}。");

    public static async Task<Volunteer?> VolunteerAsync(
        string id, Caller caller, CurrentAreas areas, VolunteersById volunteers, TeamPlaces places, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeVolunteers);
        var found = await volunteers.LoadAsync(RequestValue.Id(id).OrError(), cancellationToken);
        return found is not null && await IsSeenAsync(found.TeamId, caller, areas, places, cancellationToken) ? found : null;
    }

    public static async Task<IReadOnlyList<Volunteer>> VolunteersAsync(
        string? text, string? teamId, int first, Caller caller, CurrentAreas areas, FindVolunteers find, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeVolunteers);
        var words = text is null ? null : RequestValue.Words(text, MostWords).OrError();
        var team = RequestValue.IdIfGiven(teamId).OrError();
        var scope = await ScopeOfListAsync(first, caller, areas, cancellationToken);
        return await find.RunAsync(words, team, first, scope.Grids, cancellationToken);
    }

    public static async Task<VolunteerTeam?> VolunteerTeamAsync(
        string id, Caller caller, CurrentAreas areas, TeamsById teams, TeamPlaces places, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeVolunteers);
        var found = await teams.LoadAsync(RequestValue.Id(id).OrError(), cancellationToken);
        return found is not null && await IsSeenAsync(found.Id, caller, areas, places, cancellationToken) ? found : null;
    }

    public static async Task<IReadOnlyList<VolunteerTeam>> VolunteerTeamsAsync(
        int first, Caller caller, CurrentAreas areas, FindTeams find, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeVolunteers);
        var scope = await ScopeOfListAsync(first, caller, areas, cancellationToken);
        return await find.RunAsync(first, scope.Grids, cancellationToken);
    }

    public static Task<IReadOnlyList<PointsRule>> PointsRulesAsync(Caller caller, FindPointsRules find, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeVolunteers);
        return find.RunAsync(cancellationToken);
    }

    private static ValueTask<GridScope> ScopeOfListAsync(int first, Caller caller, CurrentAreas areas, CancellationToken cancellationToken) =>
        first is >= 1 and <= MostVolunteers
            ? areas.ScopeAsync(caller, Permission.SeeVolunteers, cancellationToken)
            : throw FirstOutOfRange.AsError();

    /// <summary>Whether a team's community and the caller's area have a grid in common.</summary>
    private static async Task<bool> IsSeenAsync(int team, Caller caller, CurrentAreas areas, TeamPlaces places, CancellationToken cancellationToken)
    {
        var community = await places.LoadAsync(team, cancellationToken);
        return !(await areas.ScopeAsync(caller, Permission.SeeVolunteers, community, cancellationToken)).IsNowhere;
    }
}

/// <summary>What the volunteers of a team have earned.</summary>
[ObjectType<VolunteerTeam>]
public static class TeamLedger
{
    public static async Task<int> PointsAsync([Parent] VolunteerTeam team, EarningsOfTeams earnings, CancellationToken cancellationToken) =>
        (await earnings.LoadAsync(team.Id, cancellationToken))?.Points ?? 0;

    public static async Task<int> ServiceMinutesAsync([Parent] VolunteerTeam team, EarningsOfTeams earnings, CancellationToken cancellationToken) =>
        (await earnings.LoadAsync(team.Id, cancellationToken))?.ServiceMinutes ?? 0;
}

/// <summary>What a volunteer has earned.</summary>
[ExtendObjectType("Volunteer")]
public static class VolunteerEarnings
{
    public static async Task<int> PointsAsync([Parent("Id")] int id, EarningsOfVolunteers earnings, CancellationToken cancellationToken) =>
        (await earnings.LoadAsync(id, cancellationToken))?.Points ?? 0;

    public static async Task<int> StarsAsync([Parent("Id")] int id, EarningsOfVolunteers earnings, CancellationToken cancellationToken) =>
        (await earnings.LoadAsync(id, cancellationToken))?.Stars ?? 0;

    public static async Task<int> ServiceMinutesAsync([Parent("Id")] int id, EarningsOfVolunteers earnings, CancellationToken cancellationToken) =>
        (await earnings.LoadAsync(id, cancellationToken))?.ServiceMinutes ?? 0;

    public static async Task<IReadOnlyList<PointsEntry>> LedgerAsync([Parent("Id")] int id, LedgersOfVolunteers ledgers, CancellationToken cancellationToken) =>
        await ledgers.LoadAsync(id, cancellationToken) ?? [];
}
