using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Platform.Api;

namespace GridMap.Server.Boundaries;

/// <summary>Which plans are meant, as a request says it; null keeps all.</summary>
public sealed record PlanFilter(IReadOnlyList<PlanStatus>? Statuses = null, string? Within = null, bool Mine = false)
{
    public static PlanFilter All { get; } = new();

    /// <summary>What is wrong with it, if anything is.</summary>
    public Refusal? FindRefusal() => RequestValue.IdIfGiven(Within).Refusal;

    /// <summary>The filter as parameters of its queries.</summary>
    internal Dictionary<string, object?> Columns(Caller caller) => new()
    {
        ["statuses"] = Statuses?.Select(status => status.ToString().ToLowerInvariant()).ToArray(),
        ["within"] = RequestValue.IdIfGiven(Within).Value,
        ["author"] = Mine ? Plan.KeyOf(caller) : null,
    };
}
