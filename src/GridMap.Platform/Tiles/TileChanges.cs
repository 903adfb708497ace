using System.Text.Json;
using GridMap.Platform.Live;
using NetTopologySuite.Geometries;

namespace GridMap.Platform.Tiles;

/// <summary>The part of a layer that changes have made stale; no bounds means all of it.</summary>
public sealed record StaleTiles(TileLayer Layer, Envelope? Bounds);

/// <summary>Which tiles changes make stale: by topic and place, as the catalogue says. Pure.</summary>
public sealed class TileChanges(TileCatalogue catalogue)
{
    /// <summary>Another place altogether: what was drawn lies anywhere, not where the new one is.</summary>
    private const string WholePlaceTopic = "place";

    /// <summary>Beyond so many separate spots in one batch clients are told one envelope around them.</summary>
    private const int SpotsAtMost = 16;

    private static readonly double[] World = [-180, -90, 180, 90];

    public IEnumerable<StaleTiles> Stale(IReadOnlyList<Change> changes) =>
        from change in changes
        from layer in catalogue.ChangedBy(change.Topic)
        select new StaleTiles(layer, change.Topic == WholePlaceTopic ? null : EnvelopeOf(change.Bounds));

    /// <summary>Items of topic `tiles`: a layer, and the bounds within which a client drops its tiles.</summary>
    public IEnumerable<ChangeItem> Derive(IReadOnlyList<Change> changes) =>
        from layer in Stale(changes).GroupBy(stale => stale.Layer)
        from bounds in Summarise([.. layer.Select(stale => stale.Bounds).Distinct()])
        select new ChangeItem("tiles", layer.Key.Id, ChangeOperation.Upsert, JsonSerializer.Serialize(new { bounds }));

    private static Envelope? EnvelopeOf(Bounds? bounds) =>
        bounds is { } place ? new Envelope(place.West, place.East, place.South, place.North) : null;

    private static IEnumerable<double[]> Summarise(IReadOnlyList<Envelope?> spots)
    {
        var places = spots.OfType<Envelope>().ToList();
        if (places.Count < spots.Count)
        {
            return [World];
        }

        return places.Count <= SpotsAtMost ? places.Select(Corners) : [Corners(places.Aggregate(new Envelope(), Around))];
    }

    private static Envelope Around(Envelope all, Envelope one)
    {
        all.ExpandToInclude(one);
        return all;
    }

    private static double[] Corners(Envelope place) => [place.MinX, place.MinY, place.MaxX, place.MaxY];
}
