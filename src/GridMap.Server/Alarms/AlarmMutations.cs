using GridMap.Core.Access;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Schema;

namespace GridMap.Server.Alarms;

/// <summary>What may be done about alarms: each takes one operation, which decides and answers.</summary>
[MutationType]
public static class AlarmMutations
{
    public static Task<AlarmAnswer> AcknowledgeAlarmAsync(
        AcknowledgeAlarmInput input, Caller caller, AcknowledgeAlarm acknowledge, CancellationToken cancellationToken)
    {
        caller.RequireKnown();
        return acknowledge.RunAsync(input, caller, cancellationToken);
    }

    public static Task<AcknowledgedAlarms> AcknowledgeAlarmsAsync(
        AcknowledgeAlarmsInput input, Caller caller, AcknowledgeAlarms acknowledge, CancellationToken cancellationToken)
    {
        caller.RequireKnown();
        return acknowledge.RunAsync(input, caller, cancellationToken);
    }

    public static Task<AlarmMuteAnswer> MuteAlarmsAsync(MuteAlarmsInput input, Caller caller, MuteAlarms mute, CancellationToken cancellationToken)
    {
        caller.RequireKnown();
        return mute.RunAsync(input, caller, cancellationToken);
    }

    public static Task<AlarmMuteAnswer> UnmuteAlarmsAsync(string id, Caller caller, UnmuteAlarms unmute, CancellationToken cancellationToken)
    {
        caller.RequireKnown();
        return unmute.RunAsync(id, caller, cancellationToken);
    }

    public static Task<QuietHoursAnswer> SetQuietHoursAsync(QuietHoursInput? hours, Caller caller, SetQuietHours set, CancellationToken cancellationToken)
    {
        caller.RequireKnown();
        return set.RunAsync(hours, caller, cancellationToken);
    }

    public static Task<AlarmRuleAnswer> ChangeAlarmRuleAsync(
        ChangeAlarmRuleInput input, Caller caller, ChangeAlarmRule change, CancellationToken cancellationToken)
    {
        caller.RequireKnown();
        return change.RunAsync(input, caller, cancellationToken);
    }
}

/// <summary>How an acknowledgement ended, as the schema names it.</summary>
[ObjectType<AlarmAnswer>("AlarmPayload")]
public static class AlarmAnswerResolvers;

/// <summary>How many were acknowledged, as the schema names it.</summary>
[ObjectType<AcknowledgedAlarms>("AcknowledgeAlarmsPayload")]
public static class AcknowledgedAlarmsResolvers;

/// <summary>How a mute ended, as the schema names it.</summary>
[ObjectType<AlarmMuteAnswer>("AlarmMutePayload")]
public static class AlarmMuteAnswerResolvers;

/// <summary>How quiet hours were set, as the schema names it.</summary>
[ObjectType<QuietHoursAnswer>("QuietHoursPayload")]
public static class QuietHoursAnswerResolvers;

/// <summary>How a rule was changed, as the schema names it.</summary>
[ObjectType<AlarmRuleAnswer>("AlarmRulePayload")]
public static class AlarmRuleAnswerResolvers;
