using GridMap.Core.Access;

namespace GridMap.Core.Alarms;

/// <summary>Who may say that they know of an alarm, and when there is nothing left to say.</summary>
public static class Acknowledgement
{
    public const int MaxNote = 500;

    private static readonly Refusal PersonNeeded = new(
        "PERSON_NEEDED", "An alarm is acknowledged by a person who signed in, not by a program.", "报警须由登录的人员确认，程序不能确认。");

    private static readonly Refusal NotAllowed = new(
        "NOT_ALLOWED", "Your roles do not allow acknowledging alarms here; ask a dispatcher of the area.", "您的角色无权在此确认报警；请联系该区域调度员。");

    private static readonly Refusal Cleared = new(
        "ALARM_CLEARED", "It is right again meanwhile; nothing is left to acknowledge.", "情况已恢复正常，无需确认。");

    /// <summary>Why a caller cannot acknowledge alarms of an area at all; null when they can.</summary>
    public static Refusal? FindRefusal(Caller caller, bool mayDispatch)
    {
        if (!mayDispatch)
        {
            return NotAllowed;
        }

        return caller.Kind == CallerKind.Account ? null : PersonNeeded;
    }

    /// <summary>Whether there is something to write: not where the same person has said so before.</summary>
    /// <param name="byAccount">Who acknowledged it, if somebody did.</param>
    /// <param name="byName">How they are known.</param>
    public static Result<bool> Judge(AlarmState state, int? byAccount, string? byName, Caller caller) => state switch
    {
        AlarmState.Raised => true,
        _ when byAccount == caller.Id => false,
        AlarmState.Acknowledged => new Refusal(
            "ALARM_ACKNOWLEDGED", $"{byName} has acknowledged it already.", $"{byName} 已确认此报警。"),
        _ => Cleared,
    };
}
