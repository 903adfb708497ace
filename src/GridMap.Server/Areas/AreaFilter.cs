using GridMap.Core.Geography;

namespace GridMap.Server.Areas;

/// <summary>Which areas are asked for; null keeps all.</summary>
public sealed record AreaFilter(DateTimeOffset At, IReadOnlyList<AreaLevel>? Levels = null, int? Within = null, Bounds? Bounds = null, string? Text = null)
{
    /// <summary>The filter as parameters of its queries.</summary>
    internal object Columns(string? after = null, string? before = null, int limit = 0) => new
    {
        at = At,
        levels = Levels?.Select(level => level.ToString().ToLowerInvariant()).ToArray(),
        within = Within,
        west = Bounds?.West,
        south = Bounds?.South,
        east = Bounds?.East,
        north = Bounds?.North,
        text = Text,
        after,
        before,
        limit,
    };
}
