using GridMap.Core;
using GridMap.Core.Geography;
using GridMap.Core.Volunteers;
using GridMap.Platform.Api;

namespace GridMap.Server.Volunteers;

/// <summary>Which wishes are meant; null keeps all.</summary>
public sealed record WishFilter(
    IReadOnlyList<WishState>? States = null,
    IReadOnlyList<string>? Kinds = null,
    string? Within = null,
    Bounds? Bounds = null,
    DateTimeOffset? MadeFrom = null,
    DateTimeOffset? MadeUntil = null)
{
    internal int? WithinId => RequestValue.IdIfGiven(Within).Value;

    internal Refusal? FindRefusal() => RequestValue.IdIfGiven(Within).Refusal ?? Bounds?.Check().Refusal;

    internal Dictionary<string, object?> Columns(int[]? grids) =>
        FilterColumns.Of(States?.Select(state => state.ToString()), Kinds, grids, Bounds, MadeFrom, MadeUntil);
}

/// <summary>Which activities are meant; null keeps all.</summary>
public sealed record ActivityFilter(
    IReadOnlyList<ActivityState>? States = null,
    IReadOnlyList<string>? Kinds = null,
    string? Within = null,
    Bounds? Bounds = null,
    DateTimeOffset? From = null,
    DateTimeOffset? Until = null,
    string? TeamId = null)
{
    internal int? WithinId => RequestValue.IdIfGiven(Within).Value;

    internal Refusal? FindRefusal() =>
        RequestValue.IdIfGiven(Within).Refusal ?? RequestValue.IdIfGiven(TeamId).Refusal ?? Bounds?.Check().Refusal;

    internal Dictionary<string, object?> Columns(int[]? grids)
    {
        var columns = FilterColumns.Of(States?.Select(state => state.ToString()), Kinds, grids, Bounds, From, Until);
        columns["team_id"] = RequestValue.IdIfGiven(TeamId).Value;
        return columns;
    }
}

/// <summary>What both filters are to their queries.</summary>
internal static class FilterColumns
{
    public static Dictionary<string, object?> Of(
        IEnumerable<string>? states, IReadOnlyList<string>? kinds, int[]? grids, Bounds? bounds, DateTimeOffset? from, DateTimeOffset? until) => new()
        {
            ["states"] = states?.Select(state => state.ToLowerInvariant()).ToArray(),
            ["kinds"] = kinds?.ToArray(),
            ["grids"] = grids,
            ["west"] = bounds?.West,
            ["south"] = bounds?.South,
            ["east"] = bounds?.East,
            ["north"] = bounds?.North,
            ["from"] = from?.UtcDateTime,
            ["until"] = until?.UtcDateTime,
        };
}
