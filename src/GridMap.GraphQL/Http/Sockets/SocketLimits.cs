namespace GridMap.GraphQL.Http.Sockets;

/// <summary>What one socket may take of the server.</summary>
public sealed record SocketLimits
{
    public TimeSpan InitialisationTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Operations that run at the same time on one connection.</summary>
    public int MaxOperations { get; init; } = 32;

    /// <summary>Messages waiting to be sent; while it is full, streams wait.</summary>
    public int OutboxMessages { get; init; } = 64;

    /// <summary>A client that does not take one message in this time is let go.</summary>
    public TimeSpan SlowClientPatience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Ping frames on a silent connection, so that a client that is gone is noticed.</summary>
    public TimeSpan KeepAliveInterval { get; init; } = TimeSpan.FromSeconds(15);

    public TimeSpan KeepAliveTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
