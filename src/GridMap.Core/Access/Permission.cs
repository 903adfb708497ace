namespace GridMap.Core.Access;

/// <summary>What somebody may do.</summary>
public enum Permission
{
    /// <summary>The map itself: land, areas, facilities, patrol points. It holds for the whole place, wherever it was granted.</summary>
    SeeMap,
    SeeIncidents,

    /// <summary>Who is on duty, and where they are now.</summary>
    SeePatrols,

    /// <summary>Where a patrol was, played back.</summary>
    SeeTracks,

    /// <summary>How to reach the one who reported an incident.</summary>
    SeeReporters,
    SeeVolunteers,
    ReportIncident,
    Dispatch,
    CheckIn,
    SendPositions,
    EditBoundaries,
    ReviewBoundaries,
    ManageFacilities,
    ManageVolunteers,
    ManageAccounts,

    /// <summary>To take on an incident, be on scene and tell the outcome, as whoever was sent or on their behalf.</summary>
    HandleIncidents,

    /// <summary>What must not be overlooked, and who has silenced it.</summary>
    SeeAlarms,

    /// <summary>The rules by which alarms are raised; they hold for the whole place.</summary>
    ManageAlarms,

    /// <summary>What is to become of the division. It holds for the whole place, because nobody can plan at a border without seeing both sides.</summary>
    SeePlans,

    /// <summary>When patrol points were visited, and how often patrols were there.</summary>
    SeeVisits,

    /// <summary>Who played back which tracks; it holds for the whole place.</summary>
    SeePlaybacks,

    /// <summary>To keep something of one's own: a question of coverage under a name, a silence, quiet hours. It lies in no area.</summary>
    KeepOwn,
}
