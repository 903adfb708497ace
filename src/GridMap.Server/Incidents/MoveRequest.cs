using System.Globalization;
using GridMap.Core.Incidents;
using GridMap.Platform.Schema;

namespace GridMap.Server.Incidents;

/// <summary>What somebody wants done to an incident that they saw at a step.</summary>
/// <param name="Note">Why, or what was found and done.</param>
/// <param name="PatrolId">Whom to send, for an assignment.</param>
/// <param name="ExpectedPatrolId">Whom they saw sent, for sending another instead.</param>
public sealed record MoveRequest(
    IncidentKey Incident, Move Move, Step Expected, string Key, string? Note = null, int? PatrolId = null, int? ExpectedPatrolId = null)
{
    public string? TidyNote => string.IsNullOrWhiteSpace(Note) ? null : Note.Trim();

    /// <summary>Tells two requests with the same key apart.</summary>
    public byte[] DigestFor(Guid incident) => IdempotencyKey.Digest(
        incident.ToString(), Move.ToString(), Expected.ToString(), Note, Text(PatrolId), Text(ExpectedPatrolId));

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
