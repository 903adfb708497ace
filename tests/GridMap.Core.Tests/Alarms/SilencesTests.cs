using GridMap.Core.Alarms;
using GridMap.Core.Patrols;

namespace GridMap.Core.Tests.Alarms;

public sealed class SilencesTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 3, 23, 30, 0, TimeSpan.FromHours(8));
    private static readonly DateTime Local = new(2026, 6, 3, 23, 30, 0);
    private static readonly QuietHours Night = new(new DutyShift(DutyShift.Bits([3]), new TimeOnly(22, 0), new TimeOnly(6, 0)), SilencesUrgent: false);

    [Fact]
    public void Without_mute_and_quiet_hours_everything_sounds() => Assert.Null(Judge(AlarmSeverity.Notice, [], null));

    [Fact]
    public void A_mute_silences_its_kinds_severities_and_area_until_its_end()
    {
        var mute = new Mute([AlarmKind.PatrolSilent], [AlarmSeverity.Warning], 3, Now.AddMinutes(1));
        Assert.Equal(SilenceReason.Muted, Judge(AlarmSeverity.Warning, [mute], null));
        Assert.Null(Judge(AlarmSeverity.Urgent, [mute], null));
        Assert.Null(Judge(AlarmSeverity.Warning, [mute with { Kinds = [AlarmKind.PointMissed] }], null));
        Assert.Null(Judge(AlarmSeverity.Warning, [mute with { AreaId = 4 }], null));
        Assert.Null(Judge(AlarmSeverity.Warning, [mute with { Until = Now }], null));
        Assert.Equal(SilenceReason.Muted, Judge(AlarmSeverity.Urgent, [new Mute(null, null, null, Now.AddMinutes(1))], null));
    }

    [Theory]
    [InlineData(3, 21, 59, false)]
    [InlineData(3, 22, 0, true)]
    [InlineData(3, 23, 59, true)]
    [InlineData(4, 0, 0, true)]
    [InlineData(4, 5, 59, true)]
    [InlineData(4, 6, 0, false)]
    [InlineData(3, 5, 59, false)]
    [InlineData(4, 22, 30, false)]
    public void Quiet_hours_run_past_midnight_and_end(int day, int hour, int minute, bool isQuiet) =>
        Assert.Equal(isQuiet, Night.Covers(AlarmSeverity.Warning, new DateTime(2026, 6, day, hour, minute, 0)));

    [Fact]
    public void Quiet_hours_let_urgent_alarms_sound_unless_their_owner_wants_otherwise()
    {
        Assert.Equal(SilenceReason.QuietHours, Judge(AlarmSeverity.Warning, [], Night));
        Assert.Null(Judge(AlarmSeverity.Urgent, [], Night));
        Assert.Equal(SilenceReason.QuietHours, Judge(AlarmSeverity.Urgent, [], Night with { SilencesUrgent = true }));
    }

    [Fact]
    public void What_has_escalated_sounds_for_everybody() => Assert.Null(
        Judge(AlarmSeverity.Warning, [new Mute(null, null, null, Now.AddHours(1))], Night, isEscalated: true));

    private static SilenceReason? Judge(AlarmSeverity severity, IReadOnlyList<Mute> mutes, QuietHours? quiet, bool isEscalated = false) =>
        Silences.Judge((AlarmKind.PatrolSilent, severity, isEscalated), [11, 3, 2, 1], mutes, quiet, (Now, Local));
}
