namespace GridMap.Core.Incidents;

/// <summary>What somebody does to an incident so that it stands elsewhere in the loop.</summary>
public enum Move
{
    Register,
    Assign,

    /// <summary>The patrol takes on what it was assigned.</summary>
    Accept,
    SubmitFeedback,
    Close,
    Void,

    /// <summary>回退: one stage back, to be done again.</summary>
    Return,

    /// <summary>The patrol will not take on what it was assigned.</summary>
    Decline,

    /// <summary>改派: another patrol instead of the one that was sent.</summary>
    Reassign,

    /// <summary>延期: more time.</summary>
    Extend,

    /// <summary>挂账: it cannot be gone on with for now, and its clock stands.</summary>
    Suspend,

    /// <summary>恢复: the clock of a suspended one goes on.</summary>
    Resume,

    /// <summary>督办: somebody looks after it that it is done.</summary>
    Supervise,

    /// <summary>自行处置: whoever found it has dealt with it.</summary>
    SelfHandle,

    /// <summary>并案: it tells of the same thing as another one.</summary>
    Merge,

    /// <summary>重新立案: it is not over after all.</summary>
    Reopen,

    /// <summary>回访: the reporter was asked.</summary>
    CallBack,

    /// <summary>评价: how the reporter judges the answer.</summary>
    Rate,
}

/// <summary>Moves by the words they have in the database.</summary>
public static class Moves
{
    /// <summary>`submit_feedback` for SubmitFeedback.</summary>
    public static string NameOf(Move move) => Word(move.ToString());

    /// <summary>`working_days` for WorkingDays.</summary>
    public static string NameOf(DeadlineUnit unit) => Word(unit.ToString());

    private static string Word(string name) => string.Concat(name.Select((letter, at) =>
        char.IsAsciiLetterUpper(letter) ? (at == 0 ? "" : "_") + char.ToLowerInvariant(letter) : letter.ToString()));
}

/// <summary>What a move means for the patrols that were sent.</summary>
public enum AssignmentChange
{
    None,

    /// <summary>A patrol is sent.</summary>
    Begin,

    /// <summary>The patrol that was sent is on it.</summary>
    Accept,

    /// <summary>Whoever was sent is done with it.</summary>
    Finish,

    /// <summary>Whoever was sent last is sent again, and is on it.</summary>
    BeginAgain,

    /// <summary>Whoever was sent no longer is, and another patrol is sent.</summary>
    Replace,
}

/// <summary>How an assignment ended.</summary>
public enum AssignmentOutcome
{
    /// <summary>The patrol told the outcome.</summary>
    Done,

    /// <summary>The patrol would not take it on.</summary>
    Declined,

    /// <summary>The patrol, or the desk for it, gave it back.</summary>
    Returned,

    /// <summary>Another patrol was sent instead.</summary>
    Reassigned,

    /// <summary>There was nothing to do any more.</summary>
    Withdrawn,
}

/// <summary>What a move means for the assignment it ends.</summary>
public static class AssignmentOutcomes
{
    public static AssignmentOutcome Of(Move move) => move switch
    {
        Move.Decline => AssignmentOutcome.Declined,
        Move.Return => AssignmentOutcome.Returned,
        Move.Reassign => AssignmentOutcome.Reassigned,
        Move.Void or Move.Merge => AssignmentOutcome.Withdrawn,
        _ => AssignmentOutcome.Done,
    };
}
