using GridMap.Core.Geography;

namespace GridMap.Core.Response;

/// <summary>An incident as the cube counts it. Times are whole seconds.</summary>
/// <param name="Grid">Id of the grid it counts in; 0 outside every grid.</param>
/// <param name="Class">Its five-digit class code as a number.</param>
/// <param name="Source">Index of the way it came in, below 32.</param>
/// <param name="ReportedAt">Unix time.</param>
/// <param name="HourOfWeek">0 to 167, from Monday 0 o'clock on the clock of the place.</param>
/// <param name="DueAt">Unix time of its deadline; 0 when it has none.</param>
/// <param name="Reached">For each <see cref="Milestone"/> the seconds after the report; negative where it has not been reached.</param>
/// <param name="IsOnTime">Closed no later than due, to the last fraction of a second.</param>
/// <param name="Counts">False for what counts in no figure: a voided incident.</param>
public readonly record struct IncidentRecord(
    Guid Id, Position Position, int Grid, int Class, byte Source, uint ReportedAt, byte HourOfWeek, uint DueAt, MilestoneTimes Reached,
    bool IsOnTime, bool Counts);

/// <summary>For each milestone the seconds after the report; negative where it has not been reached.</summary>
public readonly record struct MilestoneTimes(int Registered, int Assigned, int Departed, int OnScene, int Feedback, int Closed)
{
    /// <summary>Nothing has been reached.</summary>
    public static readonly MilestoneTimes None = new(-1, -1, -1, -1, -1, -1);
}
