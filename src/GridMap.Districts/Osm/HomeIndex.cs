using GridMap.Core.Geography;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace GridMap.Districts.Osm;

/// <summary>Homes by place.</summary>
public sealed class HomeIndex
{
    private readonly STRtree<int> _tree = new();

    private readonly (Coordinate At, int Households)[] _homes;

    public HomeIndex(IEnumerable<BuildingDraft> buildings)
    {
        _homes = [.. buildings.Where(building => building.Households > 0).Select(building => (building.Entrance.Coordinate, building.Households))];
        for (var i = 0; i < _homes.Length; i++)
        {
            _tree.Insert(new Envelope(_homes[i].At), i);
        }

        _tree.Build();
    }

    /// <summary>Indices of the homes within a distance as the crow flies.</summary>
    public int[] Within(Point place, double meters)
    {
        var (perLongitude, perLatitude) = Ellipsoid.MetersPerDegree(place.Y);
        var box = new Envelope(place.Coordinate);
        box.ExpandBy(meters / perLongitude, meters / perLatitude);
        return [.. _tree.Query(box).Where(home => Ellipsoid.DistanceMeters(_homes[home].At, place.Coordinate) <= meters)];
    }

    public int Households(IEnumerable<int> homes) => homes.Sum(home => _homes[home].Households);
}
