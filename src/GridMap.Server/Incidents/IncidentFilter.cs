using GridMap.Core;
using GridMap.Core.Geography;
using GridMap.Core.Incidents;
using GridMap.Platform.Api;
using NetTopologySuite.Geometries;

namespace GridMap.Server.Incidents;

/// <summary>Which incidents are meant, as a request says it; null keeps all.</summary>
/// <param name="ReportedUntil">Not included.</param>
public sealed record IncidentFilter(
    IReadOnlyList<Step>? Steps = null,
    IReadOnlyList<string>? Classes = null,
    IReadOnlyList<string>? Groups = null,
    IReadOnlyList<Urgency>? Urgencies = null,
    IReadOnlyList<IncidentSource>? Sources = null,
    string? Within = null,
    Bounds? Bounds = null,
    Geometry? Polygon = null,
    DateTimeOffset? ReportedFrom = null,
    DateTimeOffset? ReportedUntil = null,
    bool? IsOverdue = null,
    bool? IsOpen = null,
    string? Text = null)
{
    private const int MostWords = 64;
    private const int MostCodes = 200;

    private static readonly Refusal TooManyCodes = new(
        "LIST_TOO_LONG", $"Ask for at most {MostCodes} classes and groups.", $"类别与类别组最多 {MostCodes} 个。");

    internal static Refusal CodeMalformed { get; } = new(
        "TEXT_MALFORMED", "Send codes and names without control characters.", "代码与名称不得含控制字符。");

    private static readonly Refusal PeriodInverted = Period.InvertedBetween("reportedFrom", "reportedUntil");

    public static IncidentFilter All { get; } = new();

    public static IncidentFilter Open { get; } = new(IsOpen: true);

    /// <summary>The area it is about; null for everywhere. To be asked only of a filter that nothing is wrong with.</summary>
    public int? AreaId => RequestValue.IdIfGiven(Within).Value;

    /// <summary>What is wrong with it, if anything is.</summary>
    public Refusal? FindRefusal() =>
        RequestValue.IdIfGiven(Within).Refusal
        ?? Bounds?.Check().Refusal
        ?? (Text is null ? null : RequestValue.Words(Text, MostWords).Refusal)
        ?? (ReportedFrom > ReportedUntil ? PeriodInverted : null)
        ?? CheckCodes(Classes)
        ?? CheckCodes(Groups);

    /// <summary>The filter as parameters of its queries.</summary>
    /// <param name="grids">Null for all grids and what lies in none.</param>
    internal Dictionary<string, object?> Columns(int[]? grids, DateTimeOffset now) => new()
    {
        ["steps"] = Steps?.Select(Core.Incidents.Steps.NameOf).ToArray(),
        ["classes"] = Classes?.ToArray(),
        ["groups"] = Groups?.ToArray(),
        ["urgencies"] = Urgencies?.Select(Lower).ToArray(),
        ["sources"] = Sources?.Select(Lower).ToArray(),
        ["grids"] = grids,
        ["region"] = Region()?.AsBinary(),
        ["reported_from"] = ReportedFrom?.UtcDateTime,
        ["reported_until"] = ReportedUntil?.UtcDateTime,
        ["is_overdue"] = IsOverdue,
        ["now"] = now.UtcDateTime,
        ["is_open"] = IsOpen,
        ["words"] = Text?.Trim(),
    };

    private static Refusal? CheckCodes(IReadOnlyList<string>? codes)
    {
        if (codes?.Count > MostCodes)
        {
            return TooManyCodes;
        }

        return codes?.Any(code => RequestValue.Words(code, MostWords).IsRefused) == true ? CodeMalformed : null;
    }

    private static string Lower<T>(T name)
        where T : struct, Enum => name.ToString().ToLowerInvariant();

    private Geometry? Region()
    {
        if (Bounds is not { } box)
        {
            return Polygon;
        }

        var rectangle = Lattice.Factory.ToGeometry(new Envelope(box.West, box.East, box.South, box.North));
        return Polygon is null ? rectangle : rectangle.Intersection(Polygon);
    }
}
