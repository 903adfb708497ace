using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Alarms;

namespace GridMap.Server.Alarms;

/// <summary>What is refused in more than one place.</summary>
internal static class AlarmRefusals
{
    private static readonly Refusal NoteUnfit = new(
        "NOTE_UNFIT",
        $"Write at most {Acknowledgement.MaxNote} characters, without control characters.",
        $"文字不得超过 {Acknowledgement.MaxNote} 个字，且不含控制字符。");

    private static readonly Refusal NotAllowed = new(
        "NOT_ALLOWED", "Your roles do not allow this; ask an administrator.", "您的角色无权进行此操作；请联系管理员。");

    private static readonly Refusal PersonNeeded = new(
        "PERSON_NEEDED", "This is for a person who signed in, not for a program.", "此操作须由登录的人员进行，程序不能进行。");

    public static Refusal? FindNoteRefusal(string? note) =>
        note is null || (note.Trim().Length <= Acknowledgement.MaxNote && !note.Any(char.IsControl)) ? null : NoteUnfit;

    public static string? Clean(string? note) => string.IsNullOrWhiteSpace(note) ? null : note.Trim();

    /// <summary>Why a caller cannot have settings of their own; null when they can.</summary>
    public static Refusal? FindListenerRefusal(Caller caller)
    {
        if (!AccessRules.AllowsSomewhere(caller, Permission.SeeAlarms))
        {
            return NotAllowed;
        }

        if (caller.Kind != CallerKind.Account)
        {
            return PersonNeeded;
        }

        return AccessRules.AllowsSomewhere(caller, Permission.KeepOwn) ? null : NotAllowed;
    }

    /// <summary>Why a caller cannot change the rules; null when they can.</summary>
    public static Refusal? FindRuleRefusal(Caller caller) =>
        AccessRules.Scope(caller, Permission.ManageAlarms, AreaTree.Empty).IsEverywhere ? null : NotAllowed;
}
