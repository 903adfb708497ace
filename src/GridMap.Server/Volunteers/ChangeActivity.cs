using Dapper;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Geography;
using GridMap.Core.Volunteers;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Volunteers;

/// <summary>
/// Cancels an activity, takes a volunteer's place in it, checks one in, or finishes it with the hours and points of those who came. All lock it, so that it never
/// holds more than it can take and is finished once.
/// </summary>
public sealed class ChangeActivity(NpgsqlDataSource database, CurrentAreas areas, TimeProvider clock)
{
    private static readonly Refusal Unknown = new("ACTIVITY_UNKNOWN", "There is no such activity; check its id.", "没有这一活动；请核对 id。");

    private static readonly Refusal Over = new("ACTIVITY_OVER", "This activity has ended or was cancelled.", "该活动已结束或已取消。");

    private static readonly Refusal Full = new("ACTIVITY_FULL", "Every place is taken; choose another activity.", "名额已满，请选择其他活动。");

    private static readonly Refusal NoVolunteer = new("VOLUNTEER_UNKNOWN", "There is no such volunteer; check the id.", "没有这位志愿者；请核对 id。");

    /// <summary>Null: it is cancelled.</summary>
    public Task<Refusal?> CancelAsync(Guid id, Caller caller, CancellationToken cancellationToken) =>
        RunAsync(id, caller, static (_, _) => null, ("cancel", null), cancellationToken);

    /// <summary>Null: the volunteer has a place, now or already before.</summary>
    public Task<Refusal?> SignUpAsync(Guid id, int volunteer, Caller caller, CancellationToken cancellationToken) =>
        RunAsync(id, caller, static (stand, _) => FindSignUpRefusal(stand), ("signUp", volunteer), cancellationToken);

    /// <summary>Null: the volunteer is there, now or already before.</summary>
    public Task<Refusal?> CheckInAsync(Guid id, int volunteer, Position claimed, Caller caller, CancellationToken cancellationToken) => RunAsync(
        id, caller, (stand, now) => stand.FindCheckInRefusal(claimed, now), ("checkIn", volunteer), cancellationToken);

    /// <summary>Null: it is done, and whoever was checked in has their minutes and points.</summary>
    public Task<Refusal?> FinishAsync(Guid id, Caller caller, CancellationToken cancellationToken) => RunAsync(
        id, caller, static (stand, now) => ActivityRules.FindFinishRefusal(stand.StartsAt, now), ("finish", null), cancellationToken);

    private static Refusal? FindSignUpRefusal(Stand stand)
    {
        if (!stand.IsVolunteer)
        {
            return NoVolunteer;
        }

        return stand.Signups >= stand.Capacity && !stand.IsIn ? Full : null;
    }

    private async Task<Refusal?> RunAsync(
        Guid id, Caller caller, Func<Stand, DateTimeOffset, Refusal?> judge, (string Name, int? Volunteer) change, CancellationToken cancellationToken)
    {
        // Before a connection is taken: who holds one must not wait for another.
        var tree = await areas.LoadAsync(cancellationToken);
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // What is counted has to be counted after the lock: a statement sees what was committed before it began.
        await connection.ExecuteAsync(new CommandDefinition(Sql.Beside<ChangeActivity>("lock"), new { id }, transaction, cancellationToken: cancellationToken));
        var stand = await connection.QuerySingleOrDefaultAsync<Stand>(new CommandDefinition(
            Sql.Beside<ChangeActivity>("stand"), new { id, volunteer = change.Volunteer }, transaction, cancellationToken: cancellationToken));
        if (stand is null)
        {
            return Unknown;
        }

        if (!AccessRules.Allows(caller, Permission.ManageVolunteers, tree.PathOf(stand.GridId)))
        {
            return VolunteerRefusals.NotAllowed;
        }

        // Whoever finishes it may do so after its end.
        if ((stand.EndsAt <= now && change.Name != "finish") || stand.State is ActivityState.Done or ActivityState.Cancelled)
        {
            return Over;
        }

        if (judge(stand, now) is { } refusal)
        {
            return refusal;
        }

        await connection.ExecuteAsync(new CommandDefinition(
            SqlOf(change.Name), new { id, volunteer = change.Volunteer, now }, transaction, cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    private static string SqlOf(string change) => change switch
    {
        "cancel" => Sql.Beside<ChangeActivity>("cancel"),
        "signUp" => Sql.Beside<ChangeActivity>("signUp"),
        "checkIn" => Sql.Beside<ChangeActivity>("checkIn"),
        "finish" => Sql.Beside<ChangeActivity>("finish"),
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, null),
    };

    private sealed record Stand
    {
        public required DateTimeOffset StartsAt { get; init; }

        public required Position Position { get; init; }

        public required ActivityState State { get; init; }

        public required DateTimeOffset EndsAt { get; init; }

        public required int Capacity { get; init; }

        public int? GridId { get; init; }

        public required int Signups { get; init; }

        public required bool IsVolunteer { get; init; }

        public required bool IsIn { get; init; }

        public Refusal? FindCheckInRefusal(Position claimed, DateTimeOffset now) =>
            IsVolunteer ? ActivityRules.FindCheckInRefusal((StartsAt, EndsAt, Position), IsIn, claimed, now) : NoVolunteer;
    }
}
