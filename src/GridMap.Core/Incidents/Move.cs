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
}
