using GridMap.Core.Access;
using GridMap.Core.Incidents;

namespace GridMap.Core.Tests.Incidents;

public sealed class TransitionTests
{
    /// <summary>Every move at every step: where it leads, and null where it must be refused. Written out a second time on purpose.</summary>
    private static readonly Dictionary<(Move Move, Step From), Step> Expected = new()
    {
        [(Move.Register, Step.Reported)] = Step.Registered,
        [(Move.Assign, Step.Registered)] = Step.Assigned,
        [(Move.Accept, Step.Assigned)] = Step.Handling,
        [(Move.SubmitFeedback, Step.Handling)] = Step.Feedback,
        [(Move.Close, Step.Feedback)] = Step.Closed,
        [(Move.Decline, Step.Assigned)] = Step.Registered,
        [(Move.Reassign, Step.Assigned)] = Step.Assigned,
        [(Move.Reassign, Step.Handling)] = Step.Assigned,
        [(Move.SelfHandle, Step.Reported)] = Step.Closed,
        [(Move.SelfHandle, Step.Registered)] = Step.Closed,
        [(Move.Merge, Step.Reported)] = Step.Voided,
        [(Move.Merge, Step.Registered)] = Step.Voided,
        [(Move.Merge, Step.Assigned)] = Step.Voided,
        [(Move.Merge, Step.Handling)] = Step.Voided,
        [(Move.Reopen, Step.Closed)] = Step.Registered,
        [(Move.Reopen, Step.Voided)] = Step.Registered,
        [(Move.Extend, Step.Registered)] = Step.Registered,
        [(Move.Extend, Step.Assigned)] = Step.Assigned,
        [(Move.Extend, Step.Handling)] = Step.Handling,
        [(Move.Extend, Step.Feedback)] = Step.Feedback,
        [(Move.Suspend, Step.Registered)] = Step.Registered,
        [(Move.Suspend, Step.Assigned)] = Step.Assigned,
        [(Move.Suspend, Step.Handling)] = Step.Handling,
        [(Move.Resume, Step.Registered)] = Step.Registered,
        [(Move.Resume, Step.Assigned)] = Step.Assigned,
        [(Move.Resume, Step.Handling)] = Step.Handling,
        [(Move.Supervise, Step.Registered)] = Step.Registered,
        [(Move.Supervise, Step.Assigned)] = Step.Assigned,
        [(Move.Supervise, Step.Handling)] = Step.Handling,
        [(Move.Supervise, Step.Feedback)] = Step.Feedback,
        [(Move.CallBack, Step.Closed)] = Step.Closed,
        [(Move.Rate, Step.Closed)] = Step.Closed,
        [(Move.Void, Step.Reported)] = Step.Voided,
        [(Move.Void, Step.Registered)] = Step.Voided,
        [(Move.Void, Step.Assigned)] = Step.Voided,
        [(Move.Void, Step.Handling)] = Step.Voided,
        [(Move.Return, Step.Registered)] = Step.Reported,
        [(Move.Return, Step.Assigned)] = Step.Registered,
        [(Move.Return, Step.Handling)] = Step.Registered,
        [(Move.Return, Step.Feedback)] = Step.Handling,
    };

    public static TheoryData<Move, Step> EveryMoveAtEveryStep =>
        Rows(from move in Enum.GetValues<Move>() from step in Enum.GetValues<Step>() select (move, step));

    public static TheoryData<Move, Step> EveryLegalMove => Rows(Expected.Keys);

    [Theory]
    [MemberData(nameof(EveryMoveAtEveryStep))]
    public void A_move_leads_where_the_loop_says_or_is_refused_with_a_remedy(Move move, Step at)
    {
        var judged = Judge(move, at);
        if (Expected.TryGetValue((move, at), out var to))
        {
            Assert.Equal(to, judged.Value.To);
            return;
        }

        Assert.Equal(Steps.IsOpen(at) ? "STEP_ILLEGAL" : "INCIDENT_FINISHED", judged.Refusal?.Code);
        Assert.NotEmpty(judged.Refusal!.Remedy);
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", judged.Refusal.RemedyChinese);
    }

    [Theory]
    [MemberData(nameof(EveryLegalMove))]
    public void Nobody_makes_a_move_without_its_permission(Move move, Step at)
    {
        var needed = Transitions.Find(move, at)!.Needs;
        Assert.Equal("NOT_ALLOWED", Transitions.Judge(move, at, at, "原因", permission => permission != needed).Refusal?.Code);
        Assert.False(Transitions.Judge(move, at, at, "原因", permission => permission == needed).IsRefused);
    }

    [Theory]
    [MemberData(nameof(EveryMoveAtEveryStep))]
    public void Who_saw_it_elsewhere_is_told_where_it_is(Move move, Step at)
    {
        foreach (var seen in Enum.GetValues<Step>().Where(step => step != at))
        {
            var refusal = Transitions.Judge(move, at, seen, "原因", _ => true).Refusal;
            Assert.Equal("INCIDENT_CHANGED_MEANWHILE", refusal?.Code);
            Assert.Contains(Steps.NameOf(at), refusal!.Remedy, StringComparison.Ordinal);
            Assert.Contains(Steps.ChineseNameOf(at), refusal.RemedyChinese, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(EveryMoveAtEveryStep))]
    public void Who_may_do_nothing_learns_nothing_about_the_step(Move move, Step at) =>
        Assert.Equal("NOT_ALLOWED", Transitions.Judge(move, at, at, "原因", _ => false).Refusal?.Code);

    [Theory]
    [MemberData(nameof(EveryLegalMove))]
    public void A_reason_is_asked_for_where_it_belongs_into_the_history(Move move, Step at)
    {
        var needsNote = move is Move.Void or Move.Return or Move.SubmitFeedback or Move.Decline or Move.Extend or Move.Suspend or Move.Supervise or Move.SelfHandle or Move.Reopen or Move.CallBack || (move, at) == (Move.Reassign, Step.Handling);
        Assert.Equal(needsNote ? "NOTE_MISSING" : null, Judge(move, at, null).Refusal?.Code);
        Assert.Equal(needsNote ? "NOTE_MISSING" : null, Judge(move, at, " \n").Refusal?.Code);
        Assert.False(Judge(move, at, new string('字', Transitions.MaxNote)).IsRefused);
        Assert.Equal("NOTE_UNFIT", Judge(move, at, new string('字', Transitions.MaxNote + 1)).Refusal?.Code);
        Assert.Equal("NOTE_UNFIT", Judge(move, at, "a\0b").Refusal?.Code);
        Assert.Equal("NOTE_UNFIT", Judge(move, at, "\ud83d").Refusal?.Code);
    }

    [Theory]
    [InlineData(Step.Reported, "STEP_ILLEGAL")]
    [InlineData(Step.Registered, "STEP_ILLEGAL")]
    [InlineData(Step.Assigned, "STEP_ILLEGAL")]
    [InlineData(Step.Handling, null)]
    [InlineData(Step.Feedback, "STEP_ILLEGAL")]
    [InlineData(Step.Closed, "INCIDENT_FINISHED")]
    [InlineData(Step.Voided, "INCIDENT_FINISHED")]
    public void On_scene_is_who_took_it_on(Step at, string? code)
    {
        Assert.Equal(code, Transitions.FindArrivalRefusal(at, _ => true)?.Code);
        Assert.Equal("NOT_ALLOWED", Transitions.FindArrivalRefusal(at, _ => false)?.Code);
    }

    [Fact]
    public void From_every_open_step_the_end_can_be_reached()
    {
        var reached = new HashSet<Step> { Step.Closed };
        while (Transitions.All.FirstOrDefault(way => reached.Contains(way.To) && !reached.Contains(way.From)) is { } way)
        {
            reached.Add(way.From);
        }

        Assert.Equal(Enum.GetValues<Step>().Where(Steps.IsOpen).Order(), reached.Where(Steps.IsOpen).Order());
    }

    [Fact]
    public void A_patrol_is_sent_and_done_once_on_the_straight_way() => Assert.Equal(
        [AssignmentChange.None, AssignmentChange.Begin, AssignmentChange.Accept, AssignmentChange.Finish, AssignmentChange.Finish],
        new[] { Move.Register, Move.Assign, Move.Accept, Move.SubmitFeedback, Move.Close }
            .Select(move => Transitions.All.Single(way => way.Move == move).Assignment));

    [Theory]
    [InlineData(Role.Dispatcher, 40)]
    [InlineData(Role.Administrator, 40)]
    [InlineData(Role.Field, 6)]
    [InlineData(Role.Viewer, 0)]
    [InlineData(Role.GridManager, 0)]
    [InlineData(Role.Wall, 0)]
    [InlineData(Role.Integration, 0)]
    public void A_role_may_make_so_many_of_the_moves(Role role, int moves) => Assert.Equal(
        moves,
        Transitions.All.Count(way => !Transitions.Judge(way.Move, way.From, way.From, "原因", Roles.PermissionsOf(role).Contains).IsRefused));

    [Theory]
    [InlineData(Role.Dispatcher)]
    [InlineData(Role.Field)]
    [InlineData(Role.Viewer)]
    public void What_is_possible_is_what_is_not_refused(Role role)
    {
        foreach (var at in Enum.GetValues<Step>())
        {
            Assert.Equal(
                Enum.GetValues<Move>().Where(move => move != Move.Resume && !Transitions.Judge(move, at, at, "原因", Roles.PermissionsOf(role).Contains).IsRefused),
                Transitions.Possible(new Standing(at, DueAt: DateTimeOffset.MaxValue), DateTimeOffset.UnixEpoch, Roles.PermissionsOf(role).Contains).Select(way => way.Move).Order());
        }
    }

    private static TheoryData<Move, Step> Rows(IEnumerable<(Move Move, Step Step)> pairs)
    {
        var rows = new TheoryData<Move, Step>();
        foreach (var (move, step) in pairs)
        {
            rows.Add(move, step);
        }

        return rows;
    }

    private static Result<Transition> Judge(Move move, Step at, string? note = "原因") => Transitions.Judge(move, at, at, note, _ => true);
}
