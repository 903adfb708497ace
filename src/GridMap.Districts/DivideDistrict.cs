using GridMap.Core.Boundaries;
using GridMap.Core.Geography;
using GridMap.Districts.Division;
using GridMap.Districts.Land;
using GridMap.Districts.Network;

namespace GridMap.Districts;

/// <summary>Divides a draft: land into atoms, atoms into grids and on up, roads into a walking network with every door linked to it.</summary>
public static class DivideDistrict
{
    public static DividedDistrict Run(
        DistrictDraft draft,
        LandRules landRules,
        DivisionRules divisionRules,
        WalkingRules walkingRules,
        IProgress<Progress> progress,
        CancellationToken cancellationToken)
    {
        progress.Report(new Progress("划分基本单元", "Dividing land into atoms", 0));
        var land = new LandDivision(draft, landRules).Run(cancellationToken);

        progress.Report(new Progress("编制网格", "Composing grids", 0.6));
        var subdistricts = new GridDivision(land, draft.SubdistrictSeeds, divisionRules).Run(cancellationToken);
        var areas = new AreaModels(draft, land, subdistricts).Build();

        progress.Report(new Progress("构建步行路网", "Building the walking network", 0.8));
        var network = NetworkBuilder.Build(draft, walkingRules);
        var links = new NetworkLinks(draft, network, walkingRules);
        var buildingLinks = Link(links, [.. draft.Buildings.Select(building => building.Entrance)], cancellationToken);
        var facilityLinks = Link(links, [.. draft.Facilities.Select(facility => facility.Position)], cancellationToken);
        var grids = new GridLocator(new AtomLocator(land.Shapes), areas.GridOfAtom);
        return new DividedDistrict(draft, land, areas, network, buildingLinks, facilityLinks, grids);
    }

    private static NetworkLink[] Link(NetworkLinks links, NetTopologySuite.Geometries.Point[] doors, CancellationToken cancellationToken)
    {
        var found = new NetworkLink[doors.Length];
        var options = new ParallelOptions { CancellationToken = cancellationToken };
        Parallel.For(0, doors.Length, options, i => found[i] = links.Find(LatticePoint.From(doors[i].Coordinate)));
        return found;
    }
}
