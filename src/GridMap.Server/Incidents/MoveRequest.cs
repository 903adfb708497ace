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
    /// <summary>How much time to give, for an extension.</summary>
    public Extension? Extension { get; init; }

    /// <summary>The incident it tells of the same thing as, for a merger.</summary>
    public IncidentKey? Into { get; init; }

    /// <summary>How the reporter judges the answer, for a rating.</summary>
    public int? Rating { get; init; }

    public string? TidyNote => string.IsNullOrWhiteSpace(Note) ? null : Note.Trim();

    /// <summary>Tells two requests with the same key apart.</summary>
    public byte[] DigestFor(Guid incident) => IdempotencyKey.Digest(
        incident.ToString(), Move.ToString(), Expected.ToString(), Note, Text(PatrolId), Text(ExpectedPatrolId), Extension?.ToString(), Into?.ToString(), Text(Rating));

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
