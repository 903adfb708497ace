using Dapper;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Geography;
using GridMap.Platform.Access;
using GridMap.Platform.Api;
using GridMap.Platform.Database;
using GridMap.Platform.Schema;
using Npgsql;

namespace GridMap.Server.Volunteers;

/// <summary>An activity as it is published.</summary>
public sealed record PublishActivityInput(
    string IdempotencyKey,
    string TeamId,
    string Title,
    string Kind,
    string Address,
    Position Position,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    int Capacity);

/// <summary>Publishes an activity; the same key again gives the same activity.</summary>
public sealed class PublishActivity(NpgsqlDataSource database, CurrentAreas areas, TimeProvider clock)
{
    private const int LargestCapacity = 10_000;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3);

    private static readonly Refusal TeamUnknown = new("TEAM_UNKNOWN", "There is no such team; check its id.", "没有这一志愿队伍；请核对 id。");

    private static readonly Refusal Inverted = new("PERIOD_INVERTED", "Send endsAt later than startsAt and later than now.", "结束时间须晚于开始时间和当前时间。");

    private static readonly Refusal TooLong = new("PERIOD_TOO_LONG", "An activity lasts at most three days.", "一项活动最长三天。");

    private static readonly Refusal Capacity = new(
        "CAPACITY_OUT_OF_RANGE", $"Send a capacity from 1 to {LargestCapacity}.", $"名额须在 1 至 {LargestCapacity} 之间。");

    public async Task<Result<Guid>> RunAsync(PublishActivityInput input, Caller caller, CancellationToken cancellationToken)
    {
        var team = RequestValue.Id(input.TeamId);
        var key = IdempotencyKey.Parse(input.IdempotencyKey, caller);
        if ((team.Refusal ?? key.Refusal ?? FindRefusal(input)) is { } refusal)
        {
            return refusal;
        }

        // Before a connection is taken: who holds one must not wait for another.
        var tree = await areas.LoadAsync(cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var ground = await connection.QuerySingleAsync<(int? Grid, bool HasTeam)>(new CommandDefinition(
            Sql.Beside<PublishActivity>("ground"),
            new { input.Position.Longitude, input.Position.Latitude, now = clock.GetUtcNow(), team = team.Value },
            cancellationToken: cancellationToken));
        if (ground.Grid is null || !ground.HasTeam)
        {
            return ground.HasTeam ? VolunteerRefusals.Outside : TeamUnknown;
        }

        return AccessRules.Allows(caller, Permission.ManageVolunteers, tree.PathOf(ground.Grid))
            ? await WriteAsync(connection, input, key.Value, (team.Value, ground.Grid.Value), cancellationToken)
            : VolunteerRefusals.NotAllowed;
    }

    private async Task<Result<Guid>> WriteAsync(
        NpgsqlConnection connection, PublishActivityInput input, string key, (int Team, int Grid) of, CancellationToken cancellationToken)
    {
        return await CreatedOnce.RunAsync(connection, new CommandDefinition(
            Sql.Beside<PublishActivity>(),
            new
            {
                id = Guid.CreateVersion7(clock.GetUtcNow()),
                team = of.Team,
                title = input.Title.Trim(),
                kind = input.Kind.Trim(),
                address = input.Address.Trim(),
                grid = of.Grid,
                starts = input.StartsAt.ToUniversalTime(),
                ends = input.EndsAt.ToUniversalTime(),
                input.Capacity,
                longitude = Lattice.Snap(input.Position.Longitude),
                latitude = Lattice.Snap(input.Position.Latitude),
                key,
            },
            cancellationToken: cancellationToken));
    }

    private Refusal? FindRefusal(PublishActivityInput input)
    {
        if (input.EndsAt <= input.StartsAt || input.EndsAt <= clock.GetUtcNow())
        {
            return Inverted;
        }

        if (input.EndsAt - input.StartsAt > Longest)
        {
            return TooLong;
        }

        return input.Capacity is < 1 or > LargestCapacity
            ? Capacity
            : VolunteerRefusals.FindTextRefusal("title", input.Title, 200)
                ?? VolunteerRefusals.FindTextRefusal("kind", input.Kind, 40)
                ?? VolunteerRefusals.FindTextRefusal("address", input.Address, 200);
    }
}
