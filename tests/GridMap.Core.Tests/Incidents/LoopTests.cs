using GridMap.Core.Incidents;

namespace GridMap.Core.Tests.Incidents;

/// <summary>Random ways through the loop, each from its seed: what the rules let through keeps what must always hold.</summary>
public sealed class LoopTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.CreateCustomTimeZone("Shanghai", TimeSpan.FromHours(8), null, null);

    private static readonly WorkingCalendar Calendar = new(new Dictionary<DateOnly, bool> { [new DateOnly(2026, 6, 19)] = false }, WorkingHours.Usual);

    private static readonly DeadlineRule[] Rules =
    [
        new("registered", 1, DeadlineUnit.WorkingHours), new("assigned", 4, DeadlineUnit.UrgentHours), new("handling", 1, DeadlineUnit.WorkingDays),
        new("feedback", 2, DeadlineUnit.WorkingDays), new("closed", 3, DeadlineUnit.WorkingDays),
    ];

    [Fact]
    public void A_thousand_random_ways_keep_what_must_hold()
    {
        var made = new HashSet<(Move, Step)>();
        for (var seed = 0; seed < 1_000; seed++)
        {
            Walk(new Random(seed), seed, made);
        }

        // The ways were not short: every row of the table was gone.
        Assert.Equal(Transitions.All.Select(way => (way.Move, way.From)).Order(), made.Order());
    }

    [Theory]
    [InlineData(Move.Accept, "INCIDENT_SUSPENDED")]
    [InlineData(Move.Extend, "INCIDENT_SUSPENDED")]
    [InlineData(Move.Suspend, "INCIDENT_SUSPENDED")]
    [InlineData(Move.Resume, null)]
    [InlineData(Move.Supervise, null)]
    [InlineData(Move.Void, null)]
    [InlineData(Move.Merge, null)]
    public void While_it_is_suspended_little_can_be_done(Move move, string? code) =>
        Assert.Equal(code, SideSteps.FindRefusal(move, new Standing(Step.Assigned, IsSuspended: true), DateTimeOffset.UnixEpoch)?.Code);

    [Theory]
    [InlineData(Move.Extend, 1, 0, null)]
    [InlineData(Move.Extend, 0, 0, null)]
    [InlineData(Move.Extend, -1, 0, "DEADLINE_PASSED")]
    [InlineData(Move.Suspend, -1, 0, "DEADLINE_PASSED")]
    [InlineData(Move.Extend, 1, 2, "EXTENSIONS_USED")]
    [InlineData(Move.Suspend, 1, 2, null)]
    [InlineData(Move.Resume, 1, 0, "INCIDENT_NOT_SUSPENDED")]
    public void What_is_late_stays_late_and_more_time_is_given_twice(Move move, int secondsLeft, int extensions, string? code)
    {
        var now = new DateTimeOffset(2026, 6, 3, 10, 0, 0, TimeSpan.Zero);
        Assert.Equal(code, SideSteps.FindRefusal(move, new Standing(Step.Assigned, DueAt: now.AddSeconds(secondsLeft), Extensions: extensions), now)?.Code);
    }

    [Theory]
    [InlineData(0, DeadlineUnit.WorkingDays, "EXTENSION_OUT_OF_RANGE")]
    [InlineData(30, DeadlineUnit.WorkingDays, null)]
    [InlineData(31, DeadlineUnit.WorkingDays, "EXTENSION_OUT_OF_RANGE")]
    [InlineData(240, DeadlineUnit.UrgentHours, null)]
    [InlineData(241, DeadlineUnit.WorkingHours, "EXTENSION_OUT_OF_RANGE")]
    [InlineData(int.MinValue, DeadlineUnit.WorkingHours, "EXTENSION_OUT_OF_RANGE")]
    public void More_time_has_its_bounds(int amount, DeadlineUnit unit, string? code) =>
        Assert.Equal(code, SideSteps.FindRefusal(new Extension(amount, unit), null)?.Code);

    [Fact]
    public void What_has_been_merged_is_no_target_and_what_is_a_target_is_not_merged()
    {
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        Assert.Null(SideSteps.FindMergeRefusal(one, false, new MergeTarget(other, Step.Closed, null)));
        Assert.Equal("MERGE_TARGET_UNKNOWN", SideSteps.FindMergeRefusal(one, false, null)?.Code);
        Assert.Equal("MERGE_INTO_ITSELF", SideSteps.FindMergeRefusal(one, false, new MergeTarget(one, Step.Reported, null))?.Code);
        Assert.Equal("MERGE_TARGET_UNFIT", SideSteps.FindMergeRefusal(one, false, new MergeTarget(other, Step.Voided, null))?.Code);
        Assert.Equal("MERGE_TARGET_UNFIT", SideSteps.FindMergeRefusal(one, false, new MergeTarget(other, Step.Closed, one))?.Code);
        Assert.Equal("INCIDENT_HAS_DUPLICATES", SideSteps.FindMergeRefusal(one, true, new MergeTarget(other, Step.Closed, null))?.Code);
    }

    [Fact]
    public void A_history_with_a_hole_is_told_apart_from_a_whole_one() => Assert.Throws<ArgumentException>(() => Standing.Replay(
        [new(null, null, Step.Reported, default), new(Move.Accept, Step.Assigned, Step.Handling, default)]));

    private static void Walk(Random chance, int seed, HashSet<(Move, Step)> made)
    {
        var now = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.FromHours(8)).AddMinutes(chance.Next(60 * 24 * 30));
        var history = new List<HistoryEntry> { new(null, null, Step.Reported, now) };
        var standing = new Standing(Step.Reported, DueAt: Due(history));
        for (var i = 0; i < 40; i++)
        {
            now = now.AddMinutes(chance.Next(1, 200));
            // Half of the time straight on, so that all steps are come to.
            var move = (Move)chance.Next(chance.Next(2) == 0 ? (int)Move.Close + 1 : Enum.GetValues<Move>().Length);
            var judged = Transitions.Judge(move, standing.Step, standing.Step, "原因", _ => true);
            if (judged.IsRefused || SideSteps.FindRefusal(move, standing, now) is not null)
            {
                Assert.DoesNotContain(Transitions.Possible(standing, now, _ => true), way => way.Move == move);
                continue;
            }

            Assert.Contains(Transitions.Possible(standing, now, _ => true), way => way.Move == move);
            made.Add((move, standing.Step));
            var before = StepDeadline.Of(Rules, history, Calendar, Shanghai);
            var entry = new HistoryEntry(
                move,
                standing.Step,
                judged.Value.To,
                now,
                Extension: move == Move.Extend ? new Extension(chance.Next(1, 4), (DeadlineUnit)chance.Next(3)) : null,
                RelatedId: move == Move.Merge ? Guid.NewGuid() : null,
                Rating: move == Move.Rate ? chance.Next(1, 6) : null);
            history.Add(entry);
            standing = standing.After(entry) with { DueAt = Due(history) };

            Assert.True(standing with { DueAt = null } == Standing.Replay(history), $"seed {seed}: {standing} and {Standing.Replay(history)}");
            Assert.True(standing.IsSuspended == (standing.DueAt is null && Steps.IsOpen(standing.Step)), $"seed {seed}: {standing}");
            Assert.True(standing.DuplicateOf is null || standing.Step == Step.Voided, $"seed {seed}: {standing}");
            foreach (var (earlier, later) in before.Zip(StepDeadline.Of(Rules, history, Calendar, Shanghai)))
            {
                // A reopened one begins anew; whatever else is done, no deadline comes nearer.
                Assert.True(move == Move.Reopen || later.DueAt is null || earlier.DueAt is null || later.DueAt >= earlier.DueAt, $"seed {seed}: {move} moved {earlier} to {later}");
                Assert.True(later.WarnAt is null || later.WarnAt < later.DueAt, $"seed {seed}: {later}");
            }
        }
    }

    private static DateTimeOffset? Due(List<HistoryEntry> history) =>
        StepDeadline.Of(Rules, history, Calendar, Shanghai).Single(deadline => deadline.Step == Step.Closed).DueAt;
}
