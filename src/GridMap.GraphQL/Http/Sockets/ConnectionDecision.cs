namespace GridMap.GraphQL.Http.Sockets;

/// <summary>Whether a socket may stay.</summary>
/// <param name="Expired">Cancelled when the right to it ends; the socket is then closed as forbidden.</param>
public sealed record ConnectionDecision(bool IsAllowed, CancellationToken Expired = default)
{
    public static ConnectionDecision Refuse { get; } = new(IsAllowed: false);

    public static ConnectionDecision Allow { get; } = new(IsAllowed: true);
}
