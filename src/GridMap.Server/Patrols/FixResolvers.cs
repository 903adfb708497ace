using GridMap.Core.Patrols;
using GridMap.GraphQL.Execution;

namespace GridMap.Server.Patrols;

/// <summary>What the present makes of a fix.</summary>
[ObjectType<Fix>]
public static class FixResolvers
{
    public static double AgeSeconds([Parent] Fix fix, TimeProvider clock) => Math.Max(0, Math.Round((clock.GetUtcNow() - fix.At).TotalSeconds, 1));

    public static bool IsStale([Parent] Fix fix, PatrolOptions options, TimeProvider clock) => clock.GetUtcNow() - fix.At >= options.SilentAfter;
}
