using GridMap.Core.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace GridMap.Platform.Access;

/// <summary>Who may call an endpoint. One that says nothing is closed.</summary>
public sealed record AccessRequirement
{
    private AccessRequirement(bool asksWho, bool mustBeKnown, Permission? permission)
    {
        AsksWho = asksWho;
        MustBeKnown = mustBeKnown;
        Permission = permission;
    }

    /// <summary>Open to all, and nobody is asked who they are.</summary>
    public static AccessRequirement Open { get; } = new(asksWho: false, mustBeKnown: false, permission: null);

    /// <summary>Open to all; the operation decides by the caller.</summary>
    public static AccessRequirement Anyone { get; } = new(asksWho: true, mustBeKnown: false, permission: null);

    public static AccessRequirement Known { get; } = new(asksWho: true, mustBeKnown: true, permission: null);

    public bool AsksWho { get; }

    public bool MustBeKnown { get; }

    public Permission? Permission { get; }

    /// <summary>Requests whose client says who it is when the connection is open: they pass the door, and the connection decides.</summary>
    public Func<HttpRequest, bool>? IsSaidLater { get; init; }

    public static AccessRequirement Of(Permission permission) => new(asksWho: true, mustBeKnown: true, permission);
}

/// <summary>How an endpoint says who may call it.</summary>
public static class AccessRequirements
{
    public static T IsOpen<T>(this T endpoint)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(AccessRequirement.Open);

    public static T TakesAnyone<T>(this T endpoint)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(AccessRequirement.Anyone);

    public static T NeedsSignIn<T>(this T endpoint)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(AccessRequirement.Known);

    /// <summary>The permission, anywhere; where it reaches is for the operation to keep.</summary>
    public static T Needs<T>(this T endpoint, Permission permission)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(AccessRequirement.Of(permission));

    /// <summary>The same, but for requests that open a connection on which the client says who it is.</summary>
    public static T Needs<T>(this T endpoint, Permission permission, Func<HttpRequest, bool> isSaidLater)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(AccessRequirement.Of(permission) with { IsSaidLater = isSaidLater });
}
