using System.Text.RegularExpressions;
using GridMap.Core;

namespace GridMap.Server.Incidents;

/// <summary>What a person or program names an incident by: its id, or its number `yyyyMMdd-NNNNNN`.</summary>
public sealed partial record IncidentKey(Guid? Id, string? Number)
{
    private static readonly Refusal Malformed = new(
        "INCIDENT_KEY_MALFORMED",
        "Name the incident by its id (a UUID) or its number, such as 20260101-000042.",
        "请用事件 id（UUID）或编号（如 20260101-000042）指明事件。");

    public static Result<IncidentKey> Parse(string text)
    {
        if (Guid.TryParseExact(text, "D", out var id))
        {
            return new IncidentKey(id, null);
        }

        return NumberPattern().IsMatch(text) ? new IncidentKey(null, text) : Malformed;
    }

    [GeneratedRegex(@"\A[0-9]{8}-[0-9]{6,12}\z", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();
}
