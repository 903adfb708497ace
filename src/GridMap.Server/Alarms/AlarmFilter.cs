using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Alarms;
using GridMap.Platform.Api;

namespace GridMap.Server.Alarms;

/// <summary>Which alarms are meant, as a request says it; null keeps all.</summary>
/// <param name="RaisedUntil">Not included.</param>
public sealed record AlarmFilter(
    IReadOnlyList<AlarmKind>? Kinds = null,
    IReadOnlyList<AlarmSeverity>? Severities = null,
    IReadOnlyList<AlarmState>? States = null,
    string? Within = null,
    bool? IsEscalated = null,
    DateTimeOffset? RaisedFrom = null,
    DateTimeOffset? RaisedUntil = null)
{
    private static readonly Refusal PeriodInverted = Period.InvertedBetween("raisedFrom", "raisedUntil");

    public static AlarmFilter All { get; } = new();

    /// <summary>The area it is about; null for everywhere. To be asked only of a filter that nothing is wrong with.</summary>
    public int? AreaId => RequestValue.IdIfGiven(Within).Value;

    /// <summary>What is wrong with it, if anything is.</summary>
    public Refusal? FindRefusal() =>
        RequestValue.IdIfGiven(Within).Refusal ?? (RaisedFrom > RaisedUntil ? PeriodInverted : null);

    /// <summary>The filter as parameters of its queries.</summary>
    internal Dictionary<string, object?> Columns(GridScope scope) => new()
    {
        ["kinds"] = Kinds?.Select(kind => kind.ToString().ToLowerInvariant()).ToArray(),
        ["severities"] = AlarmWordsInDatabase.Of(Severities),
        ["states"] = States?.Select(state => state.ToString().ToLowerInvariant()).ToArray(),
        ["grids"] = scope.Grids,
        ["is_escalated"] = IsEscalated,
        ["raised_from"] = RaisedFrom?.UtcDateTime,
        ["raised_until"] = RaisedUntil?.UtcDateTime,
    };
}
