using GridMap.Core.Coverage;

namespace GridMap.Server.Coverage;

/// <summary>The latest maps of coverage by all that went into them, so that the same question is not computed twice. A map in here is never changed.</summary>
public sealed class CoverageMaps
{
    private const int Most = 24;

    private readonly LinkedList<(Key Key, Lazy<CoverageMap> Map)> _latest = [];
    private readonly Lock _lock = new();

    public CoverageMap Find(
        CoverageGround ground, CoverageFacilities facilities, CoverageInput input, long standard, long horizon, IReadOnlyList<PlacedFacility> placed)
    {
        var ids = string.Join(',', placed.Select(facility => facility.Number));
        var key = new Key(ground.Number, facilities.Number, input.Meters is not null, input.Population, standard, ids);
        return FindOrAdd(key, () =>
        {
            var field = ground.Field(input.Meters is not null, input.Population);
            var map = new CoverageMap(field.Streets, field.Demand, standard, horizon);
            map.Add(placed.Select(facility => KeyValuePair.Create(facility.Number, facility.Place)));
            return map;
        }).Value;
    }

    private Lazy<CoverageMap> FindOrAdd(Key key, Func<CoverageMap> make)
    {
        lock (_lock)
        {
            var at = _latest.First;
            while (at is not null && at.Value.Key != key)
            {
                at = at.Next;
            }

            at ??= new LinkedListNode<(Key, Lazy<CoverageMap>)>((key, new Lazy<CoverageMap>(make)));
            if (at.List is not null)
            {
                _latest.Remove(at);
            }

            _latest.AddFirst(at);
            if (_latest.Count > Most)
            {
                _latest.RemoveLast();
            }

            return at.Value.Map;
        }
    }

    private sealed record Key(int Ground, int Facilities, bool InMeters, CoveragePopulation Population, long Standard, string Ids);
}
