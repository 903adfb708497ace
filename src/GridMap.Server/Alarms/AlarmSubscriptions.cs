using GridMap.Core.Access;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Access;
using GridMap.Platform.Api;
using GridMap.Platform.Live;
using GridMap.Platform.Schema;

namespace GridMap.Server.Alarms;

/// <summary>What a subscriber is told: an alarm changed, or the present ones have to be read because some changes cannot be told any more.</summary>
/// <param name="Id">Null with a resync.</param>
public sealed record AlarmChange(string Cursor, bool Resync, int? Id);

/// <summary>What a subscriber is told: mutes, quiet hours or rules have changed.</summary>
public sealed record AlarmSettingsChange(string Cursor, bool Resync);

/// <summary>Alarms as they change, out of the change log.</summary>
[SubscriptionType]
public static class AlarmSubscriptions
{
    public static async Task<IAsyncEnumerable<AlarmChange>> AlarmChangedAsync(
        string? within, string? cursor, Caller caller, RequestCaller request, FollowFacts follow, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeAlarms);
        var area = RequestValue.IdIfGiven(within).OrError();
        var stream = (await follow.RunAsync("alarm", area, cursor, request.Credential, cancellationToken)).OrError();
        return stream.In(static (at, fact) => new AlarmChange(at, fact is null, fact?.Number));
    }

    public static async Task<IAsyncEnumerable<AlarmSettingsChange>> AlarmSettingsChangedAsync(
        string? cursor, Caller caller, RequestCaller request, FollowFacts follow, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeAlarms);
        var stream = (await follow.RunAsync("alarm_settings", within: null, cursor, request.Credential, cancellationToken)).OrError();
        return stream.In(static (at, fact) => new AlarmSettingsChange(at, fact is null));
    }
}

/// <summary>What hangs on a change.</summary>
[ObjectType<AlarmChange>]
public static class AlarmChangeResolvers
{
    public static ValueTask<Alarm?> AlarmAsync([Parent] AlarmChange change, AlarmsById alarms, CancellationToken cancellationToken) =>
        change.Id is { } id ? alarms.LoadAsync(id, cancellationToken) : default;
}
