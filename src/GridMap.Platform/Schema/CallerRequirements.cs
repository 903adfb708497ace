using GridMap.Core;
using GridMap.Core.Access;

namespace GridMap.Platform.Schema;

/// <summary>What a field needs of its caller before anything is looked at; where it reaches is for the operation to keep.</summary>
public static class CallerRequirements
{
    internal static readonly Refusal Unauthenticated = new(
        "UNAUTHENTICATED", "Sign in, or send a service token; a session that was there has ended.", "请先登录，或提供服务令牌；原有登录可能已失效。");

    internal static readonly Refusal NotAllowed = new(
        "NOT_ALLOWED", "Your roles do not allow this; ask an administrator.", "您的角色无权进行此操作；请联系管理员。");

    public static void Require(this Caller caller, Permission permission)
    {
        if (!caller.IsKnown)
        {
            throw Unauthenticated.AsError();
        }

        if (!AccessRules.AllowsSomewhere(caller, permission))
        {
            throw NotAllowed.AsError();
        }
    }

    /// <summary>For a mutation, which has a place for refusals: only somebody nobody knows is an error.</summary>
    public static void RequireKnown(this Caller caller)
    {
        if (!caller.IsKnown)
        {
            throw Unauthenticated.AsError();
        }
    }
}
