namespace GridMap.Districts.Osm;

/// <summary>Proposes a handful of mapped amenities as facilities, where they serve most households, and all suitable ones as candidate sites.</summary>
public sealed class OsmFacilities(OsmData data, OsmExtent extent, OsmRules rules, WalkingIndex named, IReadOnlyList<BuildingDraft> buildings)
{
    private readonly HomeIndex _homes = new(buildings);

    private readonly IReadOnlyList<MappedPlace> _places = MappedPlace.All(data, extent);

    public IReadOnlyList<FacilityDraft> Propose()
    {
        var wanted = Math.Max(rules.Facilities.Fewest, (int)Math.Round((double)buildings.Sum(building => building.Households) / rules.Facilities.HouseholdsPerFacility));
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

    // Greedy maximal covering: each next one is the place that brings most households not yet near a facility of its kind; a lower rank counts for less.
    private IEnumerable<FacilityDraft> Spread(string kind, int count)
    {
        var open = Ranked(kind).ToDictionary(candidate => candidate, candidate => _homes.Within(candidate.Place.Position, rules.Facilities.ServedWithinMeters));
        var served = new HashSet<int>();
        for (var i = 0; i < count && open.Count > 0; i++)
        {
            var next = open.MaxBy(candidate => (1.0 + _homes.Households(candidate.Value.Where(home => !served.Contains(home)))) / candidate.Key.Rule.Priority);
            served.UnionWith(next.Value);
            open.Remove(next.Key);
            yield return Found(next.Key.Place, next.Key.Rule);
        }
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
