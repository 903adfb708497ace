namespace GridMap.Core.Response;

/// <summary>What an incident reaches on its way, in this order.</summary>
public enum Milestone
{
    Registered,
    Assigned,

    /// <summary>The responder has taken it on and set out.</summary>
    Departed,
    OnScene,
    Feedback,
    Closed,
}

/// <summary>A part of the way of an incident, from one milestone to a later one.</summary>
public enum Segment
{
    /// <summary>Reported → on scene: what is called the response time.</summary>
    Response,

    /// <summary>Reported → registered.</summary>
    Registering,

    /// <summary>Registered → assigned.</summary>
    Assigning,

    /// <summary>Assigned → departed.</summary>
    Departing,

    /// <summary>Departed → on scene.</summary>
    Travelling,

    /// <summary>On scene → feedback.</summary>
    Handling,

    /// <summary>Feedback → closed.</summary>
    Closing,

    /// <summary>Reported → closed.</summary>
    Whole,
}
