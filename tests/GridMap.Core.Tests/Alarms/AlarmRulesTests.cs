using GridMap.Core.Access;
using GridMap.Core.Alarms;

namespace GridMap.Core.Tests.Alarms;

public sealed class AlarmRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 3, 10, 0, 0, TimeSpan.Zero);
    private static readonly Caller Wang = new(CallerKind.Account, 7, "wang", [Grant.Of(Role.Dispatcher, null)]);

    [Fact]
    public void A_raised_alarm_is_acknowledged_once_by_one_person()
    {
        Assert.True(Acknowledgement.Judge(AlarmState.Raised, null, null, Wang).Value);
        Assert.False(Acknowledgement.Judge(AlarmState.Acknowledged, 7, "wang", Wang).Value);
        Assert.Equal("ALARM_ACKNOWLEDGED", Acknowledgement.Judge(AlarmState.Acknowledged, 8, "li", Wang).Refusal?.Code);
        Assert.Contains("li", Acknowledgement.Judge(AlarmState.Acknowledged, 8, "li", Wang).Refusal!.Remedy, StringComparison.Ordinal);
        Assert.Equal("ALARM_CLEARED", Acknowledgement.Judge(AlarmState.Cleared, null, null, Wang).Refusal?.Code);
    }

    [Fact]
    public void Only_a_person_who_may_dispatch_acknowledges()
    {
        Assert.Null(Acknowledgement.FindRefusal(Wang, mayDispatch: true));
        Assert.Equal("NOT_ALLOWED", Acknowledgement.FindRefusal(Wang, mayDispatch: false)?.Code);
        Assert.Equal("PERSON_NEEDED", Acknowledgement.FindRefusal(Wang with { Kind = CallerKind.Service }, mayDispatch: true)?.Code);
    }

    [Theory]
    [InlineData(0, "x", "MUTE_END_PASSED")]
    [InlineData(-1, "x", "MUTE_END_PASSED")]
    [InlineData(720, "x", null)]
    [InlineData(721, "x", "MUTE_TOO_LONG")]
    [InlineData(30, " ", "TEXT_LENGTH")]
    [InlineData(30, "a\u0001", "TEXT_LENGTH")]
    public void A_mute_has_an_end_within_a_shift_and_a_reason(int minutes, string reason, string? code) =>
        Assert.Equal(code, MuteRules.FindRefusal(new Mute(null, null, null, Now.AddMinutes(minutes)), reason, Now)?.Code);

    [Fact]
    public void A_mute_of_nothing_is_refused()
    {
        Assert.Equal("MUTE_EMPTY", MuteRules.FindRefusal(new Mute([], null, null, Now.AddHours(1)), "x", Now)?.Code);
        Assert.Equal("MUTE_EMPTY", MuteRules.FindRefusal(new Mute(null, [], null, Now.AddHours(1)), "x", Now)?.Code);
    }

    [Theory]
    [InlineData(AlarmKind.UrgentIncident, AlarmSeverity.Urgent, 0, 30, 180, null)]
    [InlineData(AlarmKind.UrgentIncident, AlarmSeverity.Urgent, 0, null, 180, "ALARM_REPEAT_OUT_OF_RANGE")]
    [InlineData(AlarmKind.UrgentIncident, AlarmSeverity.Warning, 0, null, null, null)]
    [InlineData(AlarmKind.UrgentIncident, AlarmSeverity.Warning, 0, 4, null, "ALARM_REPEAT_OUT_OF_RANGE")]
    [InlineData(AlarmKind.UrgentIncident, AlarmSeverity.Warning, -1, null, null, "ALARM_AFTER_OUT_OF_RANGE")]
    [InlineData(AlarmKind.GridUnpatrolled, AlarmSeverity.Warning, 119, null, null, "ALARM_AFTER_OUT_OF_RANGE")]
    [InlineData(AlarmKind.PatrolSilent, AlarmSeverity.Warning, 120, null, null, null)]
    [InlineData(AlarmKind.PatrolSilent, AlarmSeverity.Warning, 120, null, 29, "ALARM_ESCALATE_OUT_OF_RANGE")]
    public void A_rule_stays_within_reason(AlarmKind kind, AlarmSeverity severity, int after, int? repeat, int? escalate, string? code)
    {
        var rule = new AlarmRule(kind, true, severity, TimeSpan.FromSeconds(after), Seconds(repeat), Seconds(escalate));
        Assert.Equal(code, rule.FindRefusal()?.Code);
    }

    [Fact]
    public void Every_kind_has_words_in_both_languages_that_name_its_subject()
    {
        foreach (var kind in Enum.GetValues<AlarmKind>())
        {
            Assert.Contains("甲", AlarmWords.English(kind, "甲"), StringComparison.Ordinal);
            Assert.Contains("甲", AlarmWords.Chinese(kind, "甲"), StringComparison.Ordinal);
        }
    }

    private static TimeSpan? Seconds(int? seconds) => seconds is { } some ? TimeSpan.FromSeconds(some) : null;
}
