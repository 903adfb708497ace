using GridMap.Core;
using GridMap.Core.Geography;
using GridMap.Platform.Api;

namespace GridMap.Server.Patrols;

/// <summary>Which patrols are meant, as a request says it; null keeps all.</summary>
public sealed record PatrolFilter(
    bool? OnDuty = null,
    IReadOnlyList<PatrolKind>? Kinds = null,
    IReadOnlyList<Employment>? Employments = null,
    IReadOnlyList<string>? Skills = null,
    string? Within = null,
    Bounds? Bounds = null,
    string? Text = null,
    bool? Silent = null)
{
    private const int MostWords = 64;
    private const int MostSkills = 100;

    private static readonly Refusal SkillsMalformed = new(
        "SKILLS_MALFORMED", $"Ask for at most {MostSkills} skills, each of 1 to {MostWords} characters.", $"技能最多 {MostSkills} 项，每项 1 至 {MostWords} 个字符。");

    public static PatrolFilter All { get; } = new();

    /// <summary>Only these, if there is such a list; not for clients to say.</summary>
    internal IReadOnlyList<int>? Ids { get; init; }

    /// <summary>What is wrong with it, if anything is.</summary>
    public Refusal? FindRefusal() =>
        RequestValue.IdIfGiven(Within).Refusal
        ?? Bounds?.Check().Refusal
        ?? (Text is null ? null : RequestValue.Words(Text, MostWords).Refusal)
        ?? (Skills?.Count > MostSkills || Skills?.Any(skill => RequestValue.Words(skill, MostWords).IsRefused) == true ? SkillsMalformed : null);

    /// <summary>The filter as parameters of its queries.</summary>
    /// <param name="grids">Those whose patrols may be seen; null for all and those of none.</param>
    internal Dictionary<string, object?> Columns(int[]? grids, DateTimeOffset now) => new()
    {
        ["at"] = now.UtcDateTime,
        ["ids"] = Ids?.ToArray(),
        ["duty"] = OnDuty,
        ["kinds"] = Kinds?.Select(Lower).ToArray(),
        ["employments"] = Employments?.Select(Lower).ToArray(),
        ["skills"] = Skills?.ToArray(),
        ["within"] = RequestValue.IdIfGiven(Within).Value,
        ["grids"] = grids,
        ["words"] = Text?.Trim(),
    };

    private static string Lower<T>(T name)
        where T : struct, Enum => name.ToString().ToLowerInvariant();
}
