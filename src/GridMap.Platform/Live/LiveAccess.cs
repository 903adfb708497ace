using System.Data.Common;
using GridMap.Core.Access;
using GridMap.GraphQL.Errors;
using GridMap.Platform.Access;
using GridMap.Platform.Schema;

namespace GridMap.Platform.Live;

/// <summary>Why the server ends a connection by itself.</summary>
public enum LiveEnd
{
    SignedOut,

    /// <summary>The caller may hear something else than when the connection began: it has to begin anew.</summary>
    AccessChanged,
}

/// <summary>Whether a connection is still for the one who opened it, asked again every second.</summary>
public sealed class LiveAccess(
    Credential credential, LiveAudience audience, LiveTopics topics, KnownCallers known, CurrentAreas areas, TimeProvider clock)
{
    private static readonly TimeSpan AskEvery = TimeSpan.FromSeconds(1);

    private long _askedAt = clock.GetTimestamp();
    private (Caller? Caller, AreaTree? Areas) _last;

    public LiveAudience Audience { get; } = audience;

    /// <summary>Whether it is time to ask again.</summary>
    public bool IsDue => clock.GetElapsedTime(_askedAt) >= AskEvery;

    public async ValueTask<LiveEnd?> FindEndAsync(CancellationToken cancellationToken)
    {
        if (!IsDue)
        {
            return null;
        }

        _askedAt = clock.GetTimestamp();
        try
        {
            return await AskAsync(cancellationToken);
        }
        catch (DbException)
        {
            // A database that is away can take nothing back, and has nothing to tell either.
            return null;
        }
    }

    /// <summary>Ends a subscription with why it ends, unless it is still for the one who began it.</summary>
    public async ValueTask RequireAsync(CancellationToken cancellationToken)
    {
        if (await FindEndAsync(cancellationToken) is { } end)
        {
            throw new GraphQLException((end == LiveEnd.SignedOut ? ConnectionEnds.SessionEnded : ConnectionEnds.AccessChanged).Error);
        }
    }

    private async ValueTask<LiveEnd?> AskAsync(CancellationToken cancellationToken)
    {
        if (await known.FindAsync(credential, cancellationToken) is not { } caller)
        {
            return LiveEnd.SignedOut;
        }

        var now = (caller, await areas.LoadAsync(cancellationToken));
        if (ReferenceEquals(_last.Caller, now.caller) && ReferenceEquals(_last.Areas, now.Item2))
        {
            return null;
        }

        _last = now;
        return Audience.Covers(topics.AudienceOf(now.caller, now.Item2)) ? null : LiveEnd.AccessChanged;
    }
}
