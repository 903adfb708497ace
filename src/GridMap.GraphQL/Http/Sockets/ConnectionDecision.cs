namespace GridMap.GraphQL.Http.Sockets;

/// <summary>Whether a socket or an event stream may stay.</summary>
/// <param name="Refusal">Why it may not; null lets it in.</param>
/// <param name="Ended">Completes with why the right to it has ended, after which it is closed; null where it never does.</param>
public sealed record ConnectionDecision(ConnectionEnd? Refusal = null, Task<ConnectionEnd>? Ended = null)
{
    public static ConnectionDecision Refuse { get; } = new(ConnectionEnd.Forbidden);

    public static ConnectionDecision Allow { get; } = new();
}
