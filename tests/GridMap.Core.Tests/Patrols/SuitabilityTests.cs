using System.Globalization;
using GridMap.Core.Patrols;

namespace GridMap.Core.Tests.Patrols;

public sealed class SuitabilityTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 3, 10, 0, 0, TimeSpan.FromHours(8));
    private static readonly DispatchLimits Limits = new();
    private static readonly CandidateFacts Suitable = new(Now.AddHours(4), false, 0, ["消防"], TimeSpan.FromSeconds(10), 300);

    public static TheoryData<DispatchObstacle, CandidateFacts> EachObstacle => new()
    {
        { DispatchObstacle.OffDuty, Suitable with { OnShiftUntil = null } },
        { DispatchObstacle.SentAlready, Suitable with { IsSentAlready = true } },
        { DispatchObstacle.PositionUnknown, Suitable with { FixAge = null, WalkSeconds = null } },
        { DispatchObstacle.PositionStale, Suitable with { FixAge = TimeSpan.FromMinutes(10) } },
        { DispatchObstacle.OutOfReach, Suitable with { WalkSeconds = null } },
        { DispatchObstacle.SkillMissing, Suitable with { Skills = ["急救"] } },
        { DispatchObstacle.TooBusy, Suitable with { OpenAssignments = 3 } },
        { DispatchObstacle.ShiftEnds, Suitable with { OnShiftUntil = Now.AddMinutes(24) } },
    };

    [Theory]
    [MemberData(nameof(EachObstacle))]
    public void Each_obstacle_is_named_alone(DispatchObstacle obstacle, CandidateFacts facts) => Assert.Equal([obstacle], Find(facts));

    [Fact]
    public void Nothing_speaks_against_who_is_on_duty_near_free_and_able()
    {
        Assert.Empty(Find(Suitable));
        Assert.Empty(Find(Suitable with { FixAge = TimeSpan.FromSeconds(599), OpenAssignments = 2, OnShiftUntil = Now.AddMinutes(65) }));
        Assert.Empty(Suitability.FindObstacles(Suitable with { Skills = [] }, [], Now, TimeSpan.FromMinutes(10), Limits));
    }

    [Fact]
    public void What_is_open_comes_before_the_walk()
    {
        Assert.Equal(300, Suitability.ExpectedSeconds(Suitable, Limits));
        Assert.Equal(300 + (2 * 1200), Suitability.ExpectedSeconds(Suitable with { OpenAssignments = 2 }, Limits));
        Assert.Null(Suitability.ExpectedSeconds(Suitable with { WalkSeconds = null }, Limits));
    }

    [Theory]
    // 2026-06-03 is a Wednesday.
    [InlineData("2026-06-03 10:00", "1-5 08:00-16:00", "2026-06-03 16:00")]
    [InlineData("2026-06-03 16:00", "1-5 08:00-16:00", null)]
    [InlineData("2026-06-06 10:00", "1-5 08:00-16:00", null)]
    [InlineData("2026-06-03 23:59", "1-5 22:00-06:00", "2026-06-04 06:00")]
    [InlineData("2026-06-04 00:00", "1-5 22:00-06:00", "2026-06-04 06:00")]
    [InlineData("2026-06-06 05:59", "1-5 22:00-06:00", "2026-06-06 06:00")]
    [InlineData("2026-06-07 00:00", "1-5 22:00-06:00", null)]
    [InlineData("2026-06-05 09:00", "1-5 00:00-00:00", "2026-06-06 00:00")]
    [InlineData("2026-06-03 10:00", "1-5 08:00-16:00 1-5 16:00-00:00", "2026-06-04 00:00")]
    [InlineData("2026-06-03 10:00", "1-7 00:00-00:00", "2026-06-11 00:00")]
    public void A_shift_ends_when_no_other_follows(string local, string shifts, string? end)
    {
        var words = shifts.Split(' ');
        var parsed = words.Chunk(2).Select(pair => new DutyShift(
            DutyShift.Bits(Enumerable.Range(pair[0][0] - '0', pair[0][2] - pair[0][0] + 1).Select(day => (short)day)),
            TimeOnly.Parse(pair[1][..5], CultureInfo.InvariantCulture),
            TimeOnly.Parse(pair[1][6..], CultureInfo.InvariantCulture))).ToList();
        Assert.Equal(end is null ? null : At(end), DutyShift.EndOf(parsed, At(local)));
    }

    private static IReadOnlyList<DispatchObstacle> Find(CandidateFacts facts) =>
        Suitability.FindObstacles(facts, ["消防", "电工"], Now, TimeSpan.FromMinutes(10), Limits);

    private static DateTime At(string local) => DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
