using GridMap.Core.Access;
using GridMap.Core.Alarms;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Access;
using GridMap.Platform.Api;
using GridMap.Platform.Schema;

namespace GridMap.Server.Alarms;

/// <summary>Where queries begin for alarms.</summary>
[QueryType]
public static class AlarmQueries
{
    public static async Task<Alarm?> AlarmAsync(string id, Caller caller, AlarmsById alarms, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeAlarms);
        return await alarms.LoadAsync(RequestValue.Id(id).OrError(), cancellationToken);
    }

    public static Task<AlarmPage> AlarmsAsync(
        AlarmFilter? filter, int? first, string? after, int? last, string? before, Caller caller, FindAlarms find, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeAlarms);
        return filter?.FindRefusal() is { } refusal
            ? throw refusal.AsError()
            : find.RunAsync(filter ?? AlarmFilter.All, PageRequest.Parse(first, after, last, before).OrError(), caller, cancellationToken);
    }

    public static Task<AlarmTotals> AlarmTotalsAsync(string? within, Caller caller, TotalAlarms total, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeAlarms);
        return total.RunAsync(RequestValue.IdIfGiven(within).OrError(), caller, cancellationToken);
    }

    public static Task<IReadOnlyList<AlarmRuleRow>> AlarmRulesAsync(Caller caller, FindAlarmRules find, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeAlarms);
        return find.RunAsync(cancellationToken);
    }

    public static Task<IReadOnlyList<AlarmMute>> AlarmMutesAsync(Caller caller, FindAlarmMutes find, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeAlarms);
        return find.RunAsync(cancellationToken);
    }

    public static Task<IReadOnlyList<QuietTimes>> QuietHoursAsync(Caller caller, FindQuietHours find, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeAlarms);
        return find.RunAsync(cancellationToken);
    }
}

/// <summary>What hangs on an alarm.</summary>
[ObjectType<Alarm>]
public static class AlarmResolvers
{
    public static string Message([Parent] Alarm alarm) => AlarmWords.English(alarm.Kind, alarm.SubjectName);

    public static string MessageZh([Parent] Alarm alarm) => AlarmWords.Chinese(alarm.Kind, alarm.SubjectName);

    public static ValueTask<SilenceReason?> SilenceAsync([Parent] Alarm alarm, SilencesOfCaller silences, CancellationToken cancellationToken) =>
        silences.LoadAsync(alarm, cancellationToken);

    public static async Task<IReadOnlyList<AlarmEvent>> HistoryAsync([Parent] Alarm alarm, EventsOfAlarms events, CancellationToken cancellationToken) =>
        await events.LoadAsync(alarm.Id, cancellationToken) ?? [];

    public static ValueTask<string?> AcknowledgedByNameAsync([Parent] Alarm alarm, NamesOfPeople names, CancellationToken cancellationToken) =>
        names.FindAsync(alarm.AcknowledgedBy, cancellationToken);
}

/// <summary>Who was in what happened to an alarm.</summary>
[ObjectType<AlarmEvent>]
public static class AlarmEventResolvers
{
    public static ValueTask<string?> ActorNameAsync([Parent] AlarmEvent happened, NamesOfPeople names, CancellationToken cancellationToken) =>
        names.FindAsync(happened.Actor, cancellationToken);
}

/// <summary>What is counted only when it is asked for.</summary>
[ObjectType<AlarmPage>("AlarmConnection")]
public static class AlarmConnectionResolvers
{
    public static Task<int> TotalCountAsync([Parent] AlarmPage page, Caller caller, CountAlarms count, CancellationToken cancellationToken) =>
        count.RunAsync(page.Filter, caller, cancellationToken);
}

/// <summary>A rule, as the schema names it.</summary>
[ObjectType<AlarmRuleRow>("AlarmRule")]
public static class AlarmRuleResolvers
{
    public static async Task<IReadOnlyList<AlarmRuleChange>> ChangesAsync([Parent] AlarmRuleRow rule, ChangesOfAlarmRules changes, CancellationToken cancellationToken) =>
        await changes.LoadAsync(rule.Kind, cancellationToken) ?? [];
}

/// <summary>Who changed a rule.</summary>
[ObjectType<AlarmRuleChange>]
public static class AlarmRuleChangeResolvers
{
    public static ValueTask<string?> ByNameAsync([Parent] AlarmRuleChange change, NamesOfPeople names, CancellationToken cancellationToken) =>
        names.FindAsync(change.By, cancellationToken);
}

/// <summary>What hangs on a mute.</summary>
[ObjectType<AlarmMute>]
public static class AlarmMuteResolvers
{
    public static bool IsMine([Parent] AlarmMute mute, Caller caller) => caller.Kind == CallerKind.Account && mute.AccountId == caller.Id;

    public static ValueTask<string?> ByNameAsync([Parent] AlarmMute mute, NamesOfPeople names, CancellationToken cancellationToken) =>
        names.FindAsync(mute.By, cancellationToken);
}

/// <summary>What hangs on somebody's quiet hours.</summary>
[ObjectType<QuietTimes>("QuietHours")]
public static class QuietTimesResolvers
{
    public static bool IsMine([Parent] QuietTimes quiet, Caller caller) => caller.Kind == CallerKind.Account && quiet.AccountId == caller.Id;

    public static ValueTask<string?> ByNameAsync([Parent] QuietTimes quiet, NamesOfPeople names, CancellationToken cancellationToken) =>
        names.FindAsync(quiet.By, cancellationToken);
}
