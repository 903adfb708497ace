using GridMap.Core.Access;

namespace GridMap.Platform.Access;

/// <summary>Limits of sign-in and sessions, and from where a caller may come.</summary>
public sealed record AccessOptions
{
    public SignInLimits SignIn { get; init; } = new();

    public SessionLimits Sessions { get; init; } = new();

    /// <summary>How long a caller is taken for who they were; a session that is revoked on another server ends here so much later.</summary>
    public TimeSpan TrustFor { get; init; } = TimeSpan.FromSeconds(3);

    public int KnownCallersAtMost { get; init; } = 20_000;

    /// <summary>Sign-ins for one login follow each other; who waits longer is sent away.</summary>
    public TimeSpan LongestTurn { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Origins besides the server's own whose pages may ask with a cookie or open a socket.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>The server listens on this machine only, so that passwords everyone knows open it for its owner.</summary>
    public bool IsLoopbackOnly { get; init; }

    /// <summary>Residents' apps may report without a token from anywhere, not only on this machine.</summary>
    public bool IsReportingOpen { get; init; }
}
