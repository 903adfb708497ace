using System.Text.Json;
using GridMap.Core.Alarms;

namespace GridMap.Server.Alarms;

/// <summary>The words of alarms as the database has them.</summary>
internal static class AlarmWordsInDatabase
{
    /// <summary>`urgent_incident`.</summary>
    public static string Of(AlarmKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());

    public static string Of(AlarmSeverity severity) => severity.ToString().ToLowerInvariant();

    public static string[]? Of(IReadOnlyList<AlarmKind>? kinds) => kinds?.Select(Of).Distinct().ToArray();

    public static string[]? Of(IReadOnlyList<AlarmSeverity>? severities) => severities?.Select(Of).Distinct().ToArray();

    public static AlarmKind Kind(string word) => Enum.Parse<AlarmKind>(word.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    public static AlarmSeverity Severity(string word) => Enum.Parse<AlarmSeverity>(word, ignoreCase: true);
}
