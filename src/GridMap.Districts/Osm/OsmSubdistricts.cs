using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Districts.Osm;

/// <summary>Centres of subdistricts: mapped quarters if there are several, else as many centres as the households ask for.</summary>
public sealed class OsmSubdistricts(OsmData data, OsmExtent extent, SubdistrictRules rules, WalkingIndex named)
{
    private const int Rounds = 25;

    private const double SamePlaceMeters = 250;

    public IReadOnlyList<NamedSeed> Seeds(IReadOnlyList<BuildingDraft> buildings)
    {
        var mapped = Mapped();
        if (mapped.Count > 1)
            return mapped;

        var homes = buildings.Where(building => building.Households > 0).ToArray();
        var wanted = (double)homes.Sum(home => home.Households) / rules.HouseholdsPerSubdistrict;
        var count = Math.Clamp((int)Math.Round(wanted), 1, Math.Min(rules.Most, homes.Length));
        return Name([.. Centres(homes, count)]);
    }

    private List<NamedSeed> Mapped()
    {
        var seeds = new List<NamedSeed>();
        foreach (var place in data.Points.Where(IsQuarter).OrderBy(place => Array.IndexOf([.. rules.Places], place.Tags["place"])).ThenBy(place => place.Id))
        {
            var isNew = seeds.TrueForAll(seed =>
                seed.Name != place.Tags.Name && Ellipsoid.DistanceMeters(seed.Centre.Coordinate, place.Place.Coordinate) >= SamePlaceMeters);
            if (isNew && seeds.Count < rules.Most)
                seeds.Add(new NamedSeed(place.Tags.Name!, place.Place));
        }

        return seeds;
    }

    // The place that names the whole is no part of it.
    private bool IsQuarter(OsmPoint point) =>
        point.Tags.Name is { } name && point.Tags["place"] is { } kind && rules.Places.Contains(kind)
        && name != extent.Boundary?.Tags.Name && extent.Holds(point.Place.Coordinate);

    // Lloyd's k-means on households, started from homes evenly spaced along the longer side: no chance is involved.
    private Coordinate[] Centres(BuildingDraft[] homes, int count)
    {
        var (perLongitude, perLatitude) = Ellipsoid.MetersPerDegree(extent.Shape.EnvelopeInternal.Centre.Y);
        var isWide = extent.Shape.EnvelopeInternal.Width * perLongitude >= extent.Shape.EnvelopeInternal.Height * perLatitude;
        var spots = homes.Select(home => (At: home.Footprint.Centroid.Coordinate, Weight: home.Households))
            .OrderBy(spot => isWide ? spot.At.X : spot.At.Y).ToArray();
        var centres = Enumerable.Range(0, count).Select(index => spots[(int)((index + 0.5) * spots.Length / count)].At).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            var nearest = spots.ToLookup(spot => Array.IndexOf(centres, centres.MinBy(centre => Ellipsoid.DistanceMeters(centre, spot.At))!));
            centres = [.. centres.Select((centre, index) => Mean(nearest[index], centre))];
        }

        return [.. centres.Distinct()];
    }

    private static Coordinate Mean(IEnumerable<(Coordinate At, int Weight)> spots, Coordinate fallback)
    {
        var all = spots.ToArray();
        var weight = (double)all.Sum(spot => spot.Weight);
        return weight == 0
            ? fallback
            : Lattice.Snap(all.Sum(spot => spot.At.X * spot.Weight) / weight, all.Sum(spot => spot.At.Y * spot.Weight) / weight);
    }

    private List<NamedSeed> Name(Coordinate[] centres)
    {
        var seeds = new List<NamedSeed>();
        foreach (var centre in centres)
        {
            var name = NearestPlace(centre, seeds) ?? named.FindNearest(centre)?.Road.Name ?? "街道";
            var isTaken = seeds.Exists(seed => seed.Name == name);
            seeds.Add(new NamedSeed(isTaken ? $"{name} · {seeds.Count + 1}" : name, Lattice.Factory.CreatePoint(centre)));
        }

        return seeds;
    }

    private string? NearestPlace(Coordinate centre, List<NamedSeed> taken) => data.Points
        .Where(point => point.Tags.Name is not null && (IsQuarter(point) || point.Tags["railway"] is "station" or "halt"))
        .Where(point => extent.Holds(point.Place.Coordinate) && !taken.Exists(seed => seed.Name == point.Tags.Name))
        .OrderBy(point => Ellipsoid.DistanceMeters(point.Place.Coordinate, centre)).ThenBy(point => point.Id)
        .Select(point => point.Tags.Name)
        .FirstOrDefault();
}
