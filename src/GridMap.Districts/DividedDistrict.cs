using GridMap.Districts.Division;
using GridMap.Districts.Land;
using GridMap.Districts.Network;

namespace GridMap.Districts;

/// <summary>
/// A draft with its land, areas and walking network: everything a district starts with.
/// Ids in the database: building i of the draft is i + 1, and so are compounds, roads, waters, greens, facilities, candidate sites, atoms,
/// nodes and edges; areas carry their own. A building outside the extent (its atom is -1) is not written.
/// </summary>
public sealed record DividedDistrict(
    DistrictDraft Draft,
    DividedLand Land,
    DividedAreas Areas,
    WalkingNetwork Network,
    IReadOnlyList<NetworkLink> BuildingLinks,
    IReadOnlyList<NetworkLink> FacilityLinks,
    GridLocator Grids);
