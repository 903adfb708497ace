using System.Globalization;
using GridMap.Core.Access;

namespace GridMap.Core.Incidents;

/// <summary>One way through the loop: a move that takes an incident from a step to another.</summary>
/// <param name="Needs">What one must be allowed to do it.</param>
/// <param name="NeedsNote">It goes into the history with a reason or a finding, or not at all.</param>
public sealed record Transition(Move Move, Step From, Step To, Permission Needs, AssignmentChange Assignment, bool NeedsNote);

/// <summary>Who changed an incident last, and when on the clock of the place.</summary>
public sealed record LastChange(string Actor, DateTimeOffset At);

/// <summary>
/// The closed loop of an incident (闭环): the one table of what may follow what, and who may do it. What is not in it is refused.
/// </summary>
public static class Transitions
{
    public const int MaxNote = 500;

    /// <summary>The code of the refusal for somebody who saw the incident otherwise than it is.</summary>
    public const string ChangedMeanwhileCode = "INCIDENT_CHANGED_MEANWHILE";

    private static readonly Refusal NoteMissing = new(
        "NOTE_MISSING", $"Write why, or what was found and done, in 1 to {MaxNote} characters.", $"请填写原因或处置情况，1 至 {MaxNote} 个字。");

    private static readonly Refusal NoteUnfit = new(
        "NOTE_UNFIT", $"Write at most {MaxNote} characters, without control characters.", $"文字不得超过 {MaxNote} 个字，且不含控制字符。");

    internal static Refusal NotAllowed { get; } = new(
        "NOT_ALLOWED", "Your roles do not allow this here; ask who is responsible for the area.", "您的角色无权在此处进行此操作；请联系该区域负责人。");

    public static IReadOnlyList<Transition> All { get; } =
    [
        new(Move.Register, Step.Reported, Step.Registered, Permission.Dispatch, AssignmentChange.None, NeedsNote: false),
        new(Move.Assign, Step.Registered, Step.Assigned, Permission.Dispatch, AssignmentChange.Begin, NeedsNote: false),
        new(Move.Accept, Step.Assigned, Step.Handling, Permission.HandleIncidents, AssignmentChange.Accept, NeedsNote: false),
        new(Move.SubmitFeedback, Step.Handling, Step.Feedback, Permission.HandleIncidents, AssignmentChange.Finish, NeedsNote: true),
        new(Move.Close, Step.Feedback, Step.Closed, Permission.Dispatch, AssignmentChange.Finish, NeedsNote: false),

        new(Move.Decline, Step.Assigned, Step.Registered, Permission.HandleIncidents, AssignmentChange.Finish, NeedsNote: true),
        new(Move.Reassign, Step.Assigned, Step.Assigned, Permission.Dispatch, AssignmentChange.Replace, NeedsNote: false),
        new(Move.Reassign, Step.Handling, Step.Assigned, Permission.Dispatch, AssignmentChange.Replace, NeedsNote: true),

        new(Move.Void, Step.Reported, Step.Voided, Permission.Dispatch, AssignmentChange.None, NeedsNote: true),
        new(Move.Void, Step.Registered, Step.Voided, Permission.Dispatch, AssignmentChange.None, NeedsNote: true),
        new(Move.Void, Step.Assigned, Step.Voided, Permission.Dispatch, AssignmentChange.Finish, NeedsNote: true),
        new(Move.Void, Step.Handling, Step.Voided, Permission.Dispatch, AssignmentChange.Finish, NeedsNote: true),

        new(Move.Return, Step.Registered, Step.Reported, Permission.Dispatch, AssignmentChange.None, NeedsNote: true),
        new(Move.Return, Step.Assigned, Step.Registered, Permission.Dispatch, AssignmentChange.Finish, NeedsNote: true),
        new(Move.Return, Step.Handling, Step.Registered, Permission.HandleIncidents, AssignmentChange.Finish, NeedsNote: true),
        new(Move.Return, Step.Feedback, Step.Handling, Permission.Dispatch, AssignmentChange.BeginAgain, NeedsNote: true),

        new(Move.SelfHandle, Step.Reported, Step.Closed, Permission.HandleIncidents, AssignmentChange.None, NeedsNote: true),
        new(Move.SelfHandle, Step.Registered, Step.Closed, Permission.HandleIncidents, AssignmentChange.None, NeedsNote: true),
        new(Move.Merge, Step.Reported, Step.Voided, Permission.Dispatch, AssignmentChange.None, NeedsNote: false),
        new(Move.Merge, Step.Registered, Step.Voided, Permission.Dispatch, AssignmentChange.None, NeedsNote: false),
        new(Move.Merge, Step.Assigned, Step.Voided, Permission.Dispatch, AssignmentChange.Finish, NeedsNote: false),
        new(Move.Merge, Step.Handling, Step.Voided, Permission.Dispatch, AssignmentChange.Finish, NeedsNote: false),
        new(Move.Reopen, Step.Closed, Step.Registered, Permission.Dispatch, AssignmentChange.None, NeedsNote: true),
        new(Move.Reopen, Step.Voided, Step.Registered, Permission.Dispatch, AssignmentChange.None, NeedsNote: true),

        .. Staying(Move.Extend, needsNote: true, Step.Registered, Step.Assigned, Step.Handling, Step.Feedback),
        .. Staying(Move.Suspend, needsNote: true, Step.Registered, Step.Assigned, Step.Handling),
        .. Staying(Move.Resume, needsNote: false, Step.Registered, Step.Assigned, Step.Handling),
        .. Staying(Move.Supervise, needsNote: true, Step.Registered, Step.Assigned, Step.Handling, Step.Feedback),
        .. Staying(Move.CallBack, needsNote: true, Step.Closed),
        .. Staying(Move.Rate, needsNote: false, Step.Closed),
    ];

    public static Transition? Find(Move move, Step from) => All.FirstOrDefault(transition => transition.Move == move && transition.From == from);

    /// <summary>What somebody may do with an incident as it stands.</summary>
    /// <param name="allows">Whether they have a permission where the incident is.</param>
    public static IReadOnlyList<Transition> Possible(Standing standing, DateTimeOffset now, Func<Permission, bool> allows) =>
        [.. All.Where(way => way.From == standing.Step && allows(way.Needs) && SideSteps.FindRefusal(way.Move, standing, now) is null)];

    /// <summary>The transition that a move makes at a step, or why it makes none.</summary>
    /// <param name="expected">Where who does it saw the incident.</param>
    /// <param name="allows">Whether who does it has a permission where the incident is.</param>
    /// <param name="last">Who changed the incident last, and when, for those who saw it before.</param>
    public static Result<Transition> Judge(Move move, Step at, Step expected, string? note, Func<Permission, bool> allows, LastChange? last = null)
    {
        if (!All.Any(transition => transition.Move == move && allows(transition.Needs)))
        {
            return NotAllowed;
        }

        if (at != expected)
        {
            return ChangedMeanwhile(at, last);
        }

        if (Find(move, at) is not { } found)
        {
            return Illegal([.. All.Where(transition => transition.Move == move).Select(transition => transition.From)], at);
        }

        if (!allows(found.Needs))
        {
            return NotAllowed;
        }

        return FindNoteRefusal(found, note) is { } unfit ? unfit : found;
    }

    /// <summary>Why somebody cannot say that they are on scene; null when they can.</summary>
    public static Refusal? FindArrivalRefusal(Step at, Func<Permission, bool> allows)
    {
        if (!allows(Permission.HandleIncidents))
        {
            return NotAllowed;
        }

        return at == Step.Handling ? null : Illegal([Step.Handling], at);
    }

    /// <summary>The refusal for somebody who saw the incident at another step than it is.</summary>
    public static Refusal ChangedMeanwhile(Step at, LastChange? last) => new(
        ChangedMeanwhileCode,
        $"{(last is null ? "Somebody" : $"{last.Actor}, at {Time(last)},")} was faster: the incident is {Steps.NameOf(at)} now; look at it and decide anew.",
        $"事件已被{(last is null ? "他人" : $" {last.Actor} 于 {Time(last)} ")}处理，当前环节为“{Steps.ChineseNameOf(at)}”；请查看后重新决定。");

    private static IEnumerable<Transition> Staying(Move move, bool needsNote, params IEnumerable<Step> steps) =>
        steps.Select(step => new Transition(move, step, step, Permission.Dispatch, AssignmentChange.None, needsNote));

    private static string Time(LastChange change) => change.At.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    private static Refusal? FindNoteRefusal(Transition transition, string? note)
    {
        if (string.IsNullOrWhiteSpace(note))
        {
            return transition.NeedsNote ? NoteMissing : null;
        }

        return note.Trim().Length <= MaxNote && PlainText.Holds(note) ? null : NoteUnfit;
    }

    private static Refusal Illegal(IReadOnlyList<Step> from, Step at)
    {
        if (!Steps.IsOpen(at))
        {
            return new Refusal(
                "INCIDENT_FINISHED",
                $"The incident is {Steps.NameOf(at)}, so that this cannot be done to it; reopen it, or report it anew if it is there again.",
                $"事件已{(at == Step.Voided ? "作废" : "结案")}，不能进行此操作；请重新立案，如问题再现也可重新上报。");
        }

        return new Refusal(
            "STEP_ILLEGAL",
            $"This can only be done to an incident that is {string.Join(" or ", from.Select(Steps.NameOf))}; this one is {Steps.NameOf(at)}.",
            $"仅可在“{string.Join("”“", from.Select(Steps.ChineseNameOf))}”环节进行此操作，当前为“{Steps.ChineseNameOf(at)}”。");
    }
}
