using GridMap.GraphQL.Errors;

namespace GridMap.GraphQL.Http.Sockets;

/// <summary>Why the server ends a connection: an error with a code, which is the reason a socket is closed with.</summary>
/// <param name="MustSignIn">A socket is closed with 4401, so that clients do not come again by themselves; otherwise with 4403, and they may.</param>
public sealed record ConnectionEnd(bool MustSignIn, GraphQLError Error)
{
    public static ConnectionEnd Forbidden { get; } = new(MustSignIn: false, RequestErrors.Forbidden);

    internal SocketClose Close
    {
        get
        {
            var plain = MustSignIn ? SocketClose.Unauthorized : SocketClose.Forbidden;
            return Error.Extensions.GetValueOrDefault("code") is string code && code != RequestErrors.ForbiddenCode ? plain with { Reason = code } : plain;
        }
    }
}
