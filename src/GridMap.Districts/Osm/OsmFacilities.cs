using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Districts.Osm;

/// <summary>Proposes a handful of mapped amenities as facilities, spread over the place, and all suitable ones as candidate sites.</summary>
public sealed class OsmFacilities(OsmData data, OsmExtent extent, OsmRules rules, WalkingIndex named)
{
    private readonly IReadOnlyList<MappedPlace> _places = MappedPlace.All(data, extent);

    public IReadOnlyList<FacilityDraft> Propose(int households)
    {
        var wanted = Math.Max(rules.Facilities.Fewest, (int)Math.Round((double)households / rules.Facilities.HouseholdsPerFacility));
        var stations = (int)Math.Ceiling(wanted * rules.Facilities.StationShare);
        return [.. Spread("party_service_station", stations), .. Spread("courier_rest_stop", wanted - stations)];
    }

    public IReadOnlyList<CandidateSiteDraft> Candidates() =>
    [
        .. from place in _places
           from rule in rules.CandidateSites
           where place.Tags[rule.Key] is { } value && rule.Value.Contains(value)
           select new CandidateSiteDraft(place.Tags[rule.Key]!, place.Tags.Name, place.Position),
    ];

    // Farthest-point choice: each next one is the best ranked of those far from the ones already chosen.
    private IEnumerable<FacilityDraft> Spread(string kind, int count)
    {
        var open = Ranked(kind);
        var chosen = new List<(MappedPlace Place, FacilityKindRule Rule)>();
        while (chosen.Count < count && open.Count > 0)
        {
            var next = open.MaxBy(candidate => Room(candidate.Place, chosen) / candidate.Rule.Priority);
            chosen.Add(next);
            open.Remove(next);
        }

        return chosen.Select(choice => Found(choice.Place, choice.Rule));
    }

    private List<(MappedPlace Place, FacilityKindRule Rule)> Ranked(string kind) =>
    [
        .. from rule in rules.Facilities.Kinds
           where rule.Kind == kind
           from place in _places
           where place.Tags.Name is not null && place.Tags[rule.Key] is { } value && rule.Values.Contains(value)
           orderby rule.Priority, place.Key
           select (place, rule),
    ];

    private double Room(MappedPlace place, List<(MappedPlace Place, FacilityKindRule Rule)> chosen)
    {
        var reach = extent.Shape.EnvelopeInternal.Diameter;
        return chosen.Count == 0
            ? reach - place.Position.Coordinate.Distance(extent.Shape.EnvelopeInternal.Centre)
            : chosen.Min(other => other.Place.Position.Distance(place.Position));
    }

    private FacilityDraft Found(MappedPlace place, FacilityKindRule rule) => new(
        $"OSM-{place.Key}",
        rule.Kind,
        place.Tags.Name!,
        place.Tags.EnglishName,
        HouseholdEstimate.Address(place.Tags) ?? named.FindNearest(place.Position.Coordinate)?.Road.Name ?? place.Tags.Name!,
        place.Tags["opening_hours"] ?? rules.Facilities.OpeningHours[rule.Kind],
        rule.Capacity,
        place.Position,
        rules.Facilities.Services[rule.Kind]);
}
