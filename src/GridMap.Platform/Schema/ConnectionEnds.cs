using GridMap.Core;
using GridMap.GraphQL.Http.Sockets;

namespace GridMap.Platform.Schema;

/// <summary>Why the server does not take a connection, or ends it.</summary>
internal static class ConnectionEnds
{
    public static readonly ConnectionEnd SignInFirst = End(true, CallerRequirements.Unauthenticated);

    public static readonly ConnectionEnd NotAllowed = End(false, CallerRequirements.NotAllowed);

    public static readonly ConnectionEnd SessionEnded = End(true, new Refusal(
        "SESSION_ENDED", "The session or token is no longer good: sign in again.", "登录或令牌已失效，请重新登录。"));

    public static readonly ConnectionEnd AccessChanged = End(false, new Refusal(
        "ACCESS_CHANGED", "Your roles have changed: connect again.", "您的角色已变更，请重新连接。"));

    private static ConnectionEnd End(bool mustSignIn, Refusal refusal) => new(mustSignIn, refusal.AsError().Error);
}
