namespace GridMap.Core.Incidents;

/// <summary>How to reach whoever reported an incident.</summary>
public sealed record Reporter(string? Name, string? Phone, string? Email)
{
    /// <summary>As it may stand in a list: enough to tell two apart, not enough to call (138****1234).</summary>
    public Reporter Masked() => new(MaskName(Name), MaskPhone(Phone), MaskEmail(Email));

    private static string? MaskName(string? name) => string.IsNullOrEmpty(name) ? null : FirstOf(name) + "**";

    private static string? MaskPhone(string? phone) => phone switch
    {
        null or "" => null,
        { Length: >= 11 } => $"{phone[..3]}****{phone[^4..]}",
        { Length: >= 7 } => $"****{phone[^2..]}",
        _ => "****",
    };

    private static string? MaskEmail(string? email)
    {
        if (string.IsNullOrEmpty(email))
        {
            return null;
        }

        var at = email.LastIndexOf('@');
        return at > 0 ? $"{FirstOf(email)}***{email[at..]}" : "***";
    }

    // The first character of a name may take two places.
    private static string FirstOf(string text) => char.IsHighSurrogate(text[0]) && text.Length > 1 ? text[..2] : text[..1];
}
