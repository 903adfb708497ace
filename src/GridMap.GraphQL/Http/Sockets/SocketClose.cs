namespace GridMap.GraphQL.Http.Sockets;

/// <summary>Why a connection is closed (graphql-transport-ws; 1000 to 1999 are the WebSocket protocol's own).</summary>
internal readonly record struct SocketClose(int Code, string Reason)
{
    public static readonly SocketClose Normal = new(1000, "Normal closure");
    public static readonly SocketClose GoingAway = new(1001, "The server is shutting down");
    public static readonly SocketClose MessageTooBig = new(1009, "Message too big");
    public static readonly SocketClose BadRequest = new(4400, "Invalid message received");
    public static readonly SocketClose Unauthorized = new(4401, "Unauthorized");
    public static readonly SocketClose Forbidden = new(4403, "Forbidden");
    public static readonly SocketClose SubprotocolNotAcceptable = new(4406, "Subprotocol not acceptable");
    public static readonly SocketClose InitialisationTimeout = new(4408, "Connection initialisation timeout");
    public static readonly SocketClose TooManyInitialisationRequests = new(4429, "Too many initialisation requests");
    public static readonly SocketClose InternalServerError = new(4500, "Internal server error");

    // A reason has at most 123 bytes (RFC 6455, section 5.5); a longer id is left out.
    public static SocketClose SubscriberAlreadyExists(string id) =>
        new(4409, id.Length <= 24 ? $"Subscriber for {id} already exists" : "Subscriber already exists");
}
