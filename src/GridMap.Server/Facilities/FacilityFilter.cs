using GridMap.Core;
using GridMap.Core.Geography;
using GridMap.Platform.Api;
using NetTopologySuite.Geometries;

namespace GridMap.Server.Facilities;

/// <summary>Which facilities are meant, as a request says it; null keeps all.</summary>
public sealed record FacilityFilter(
    IReadOnlyList<string>? Kinds = null,
    IReadOnlyList<string>? Services = null,
    IReadOnlyList<FacilityStatus>? Statuses = null,
    DateTimeOffset? OpenAt = null,
    string? Within = null,
    Bounds? Bounds = null,
    Geometry? Polygon = null,
    string? Text = null)
{
    private const int MostWords = 64;

    /// <summary>Only these, if there is such a list; not for clients to say.</summary>
    internal IReadOnlyList<int>? Ids { get; init; }

    /// <summary>What is wrong with it, if anything is.</summary>
    public Refusal? FindRefusal() =>
        RequestValue.IdIfGiven(Within).Refusal
        ?? Bounds?.Check().Refusal
        ?? (Text is null ? null : RequestValue.Words(Text, MostWords).Refusal);

    /// <summary>The filter as parameters of its queries.</summary>
    internal Dictionary<string, object?> Columns() => new()
    {
        ["kinds"] = Kinds?.ToArray(),
        ["services"] = Services?.ToArray(),
        ["statuses"] = Statuses?.Select(status => status.ToString().ToLowerInvariant()).ToArray(),
        ["within"] = RequestValue.IdIfGiven(Within).Value,
        ["region"] = Region()?.AsBinary(),
        ["text"] = Text?.Trim(),
        ["ids"] = Ids?.ToArray(),
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
