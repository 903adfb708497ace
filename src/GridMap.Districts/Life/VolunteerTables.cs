using GridMap.Districts.Writing;
using Npgsql;
using NpgsqlTypes;

namespace GridMap.Districts.Life;

/// <summary>Copies volunteer teams, volunteers, activities, wishes and points into their tables.</summary>
internal static class VolunteerTables
{
    public static async Task WriteAsync(
        NpgsqlConnection connection, VolunteerForce force, IReadOnlyList<ActivityRow> activities, IReadOnlyList<WishRow> wishes, CancellationToken cancellationToken)
    {
        await CopyIn.RunAsync(connection, "volunteer_team (id, name, kind, community_id)", force.Teams, (row, team) =>
        {
            row.Put(team.Id);
            row.Put(team.Name);
            row.Put(team.Kind);
            row.Put(team.CommunityId);
        }, cancellationToken);
        await CopyIn.RunAsync(connection, "volunteer (id, team_id, name)", force.Volunteers, (row, volunteer) =>
        {
            row.Put(volunteer.Id);
            row.Put(volunteer.TeamId);
            row.Put(volunteer.Name);
        }, cancellationToken);
        await WriteActivitiesAsync(connection, activities, cancellationToken);
        await WriteWishesAsync(connection, wishes, cancellationToken);
        var points = activities.SelectMany(VolunteerPoints.OfActivity).Concat(wishes.Select(VolunteerPoints.OfWish).OfType<PointsRow>());
        await CopyIn.RunAsync(connection, "points_entry (volunteer_id, points, reason, at)", points, (row, entry) =>
        {
            row.Put(entry.VolunteerId);
            row.Put(entry.Points);
            row.Put(entry.Reason);
            row.PutInstant(entry.At);
        }, cancellationToken);
    }

    private static async Task WriteActivitiesAsync(NpgsqlConnection connection, IReadOnlyList<ActivityRow> activities, CancellationToken cancellationToken)
    {
        const string columns = "activity (id, team_id, title, kind, address, grid_id, starts_at, ends_at, capacity, state, position)";
        await CopyIn.RunAsync(connection, columns, activities, (row, activity) =>
        {
            row.PutIdentifier(activity.Id);
            row.Put(activity.TeamId);
            row.Put(activity.Title);
            row.Put(activity.Kind);
            row.Put(activity.Address);
            row.Put(activity.GridId);
            row.PutInstant(activity.StartsAt);
            row.PutInstant(activity.EndsAt);
            row.Put(activity.Capacity);
            row.Put(activity.State);
            row.Put(activity.Position);
        }, cancellationToken);
        var signups = activities.SelectMany(activity => activity.Signups.Select(signup => (activity.Id, Signup: signup)));
        await CopyIn.RunAsync(connection, "signup (activity_id, volunteer_id, signed_up_at, checked_in_at, minutes)", signups, (row, entry) =>
        {
            row.PutIdentifier(entry.Id);
            row.Put(entry.Signup.VolunteerId);
            row.PutInstant(entry.Signup.SignedUpAt);
            row.PutInstant(entry.Signup.CheckedInAt);
            row.Put(entry.Signup.Minutes);
        }, cancellationToken);
    }

    private static async Task WriteWishesAsync(NpgsqlConnection connection, IReadOnlyList<WishRow> wishes, CancellationToken cancellationToken)
    {
        await CopyIn.RunAsync(connection, "wish (id, number, title, kind, grid_id, made_at, state, position)", wishes, (row, wish) =>
        {
            row.PutIdentifier(wish.Id);
            row.Put(wish.Number);
            row.Put(wish.Title);
            row.Put(wish.Kind);
            row.Put(wish.GridId);
            row.PutInstant(wish.MadeAt);
            row.Put(wish.State);
            row.Put(wish.Position);
        }, cancellationToken);
        var claims = wishes.Where(wish => wish.Claim is not null).Select(wish => (wish.Id, Claim: wish.Claim!));
        await CopyIn.RunAsync(connection, "claim (wish_id, volunteer_id, claimed_at, done_at, rating)", claims, (row, entry) =>
        {
            row.PutIdentifier(entry.Id);
            row.Put(entry.Claim.VolunteerId);
            row.PutInstant(entry.Claim.ClaimedAt);
            row.PutInstant(entry.Claim.DoneAt);
            if (entry.Claim.Rating is { } rating)
                row.Write(rating, NpgsqlDbType.Smallint);
            else
                row.WriteNull();
        }, cancellationToken);
    }
}
