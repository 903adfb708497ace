using GridMap.Core.Alarms;

namespace GridMap.Server.Alarms;

/// <summary>Somebody's own silence as others see it.</summary>
public sealed record AlarmMute(
    int Id,
    int AccountId,
    string By,
    IReadOnlyList<AlarmKind>? Kinds,
    IReadOnlyList<AlarmSeverity>? Severities,
    int? AreaId,
    string Reason,
    DateTimeOffset Since,
    DateTimeOffset Until)
{
    public Mute Rule => new(Kinds, Severities, AreaId, Until);
}

/// <summary>A mute that somebody wanted made or ended, and why it was not.</summary>
public sealed record AlarmMuteAnswer(AlarmMute? Mute, Core.Refusal? Refusal);

/// <summary>A row of mutes as the database has it.</summary>
internal sealed record AlarmMuteRow
{
    public required int Id { get; init; }

    public required int AccountId { get; init; }

    public required string By { get; init; }

    public string[]? Kinds { get; init; }

    public string[]? Severities { get; init; }

    public int? AreaId { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset Since { get; init; }

    public required DateTimeOffset Until { get; init; }

    public AlarmMute Mute => new(
        Id,
        AccountId,
        By,
        Kinds?.Select(AlarmWordsInDatabase.Kind).ToArray(),
        Severities?.Select(AlarmWordsInDatabase.Severity).ToArray(),
        AreaId,
        Reason,
        Since,
        Until);
}
