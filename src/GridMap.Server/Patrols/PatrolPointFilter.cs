using GridMap.Core;
using GridMap.Core.Geography;
using GridMap.Platform.Api;
using NetTopologySuite.Geometries;

namespace GridMap.Server.Patrols;

/// <summary>Which patrol points are meant, as a request says it; null keeps all.</summary>
/// <param name="IsDue">Not yet visited as often as required in the period that runs.</param>
/// <param name="IsMissed">Visited less often than required in the period before.</param>
public sealed record PatrolPointFilter(
    IReadOnlyList<string>? Kinds = null,
    string? Within = null,
    Bounds? Bounds = null,
    Geometry? Polygon = null,
    bool? IsDue = null,
    bool? IsMissed = null,
    string? Text = null)
{
    private const int MostWords = 64;
    private const int MostKinds = 100;

    private static readonly Refusal KindsMalformed = new(
        "KINDS_MALFORMED", $"Ask for at most {MostKinds} kinds, each of 1 to {MostWords} characters.", $"类别最多 {MostKinds} 个，每个 1 至 {MostWords} 个字符。");

    public static PatrolPointFilter All { get; } = new();

    /// <summary>What is wrong with it, if anything is.</summary>
    public Refusal? FindRefusal() =>
        RequestValue.IdIfGiven(Within).Refusal
        ?? Bounds?.Check().Refusal
        ?? (Text is null ? null : RequestValue.Words(Text, MostWords).Refusal)
        ?? (Kinds?.Count > MostKinds || Kinds?.Any(kind => RequestValue.Words(kind, MostWords).IsRefused) == true ? KindsMalformed : null);

    /// <summary>The filter as parameters of its queries.</summary>
    internal Dictionary<string, object?> Columns(DateTimeOffset now) => new()
    {
        ["at"] = now.UtcDateTime,
        ["kinds"] = Kinds?.ToArray(),
        ["within"] = RequestValue.IdIfGiven(Within).Value,
        ["region"] = Region()?.AsBinary(),
        ["due"] = IsDue,
        ["missed"] = IsMissed,
        ["words"] = Text?.Trim(),
    };

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
