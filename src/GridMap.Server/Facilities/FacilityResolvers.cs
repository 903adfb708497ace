using GridMap.GraphQL.Execution;

namespace GridMap.Server.Facilities;

/// <summary>What hangs on a facility.</summary>
[ObjectType<Facility>]
public static class FacilityResolvers
{
    public static ValueTask<FacilityKind?> KindAsync([Parent] Facility facility, KindsByCode kinds, CancellationToken cancellationToken) =>
        kinds.FindAsync(facility.KindCode, cancellationToken);

    public static async Task<bool?> IsOpenAsync([Parent] Facility facility, DateTimeOffset? at, LocalClocks clocks, CancellationToken cancellationToken) =>
        (await clocks.LoadAsync(at, cancellationToken))!.IsOpen(facility.Status, facility.OpeningHours);

    public static async Task<IReadOnlyList<FacilityService>> ServicesAsync(
        [Parent] Facility facility, ServicesOfFacilities services, CancellationToken cancellationToken)
    {
        var offered = await services.LoadAsync(facility.Id, cancellationToken);
        return [.. offered!.Select(one => new FacilityService(facility, one.Service, one.OpeningHours))];
    }
}

/// <summary>What hangs on a service at a facility.</summary>
[ObjectType<FacilityService>]
public static class FacilityServiceResolvers
{
    public static async Task<bool?> IsOpenAsync([Parent] FacilityService offered, DateTimeOffset? at, LocalClocks clocks, CancellationToken cancellationToken) =>
        (await clocks.LoadAsync(at, cancellationToken))!.IsOpen(offered.Facility.Status, offered.OpeningHours ?? offered.Facility.OpeningHours);
}

/// <summary>What is counted only when it is asked for.</summary>
[ObjectType<FacilityPage>("FacilityConnection")]
public static class FacilityConnectionResolvers
{
    public static Task<int> TotalCountAsync([Parent] FacilityPage page, CountFacilities count, CancellationToken cancellationToken) =>
        count.RunAsync(page.Filter, cancellationToken);
}

/// <summary>The facilities of an area.</summary>
[ExtendObjectType("Area")]
public static class AreaFacilities
{
    public static ValueTask<IReadOnlyList<Facility>?> FacilitiesAsync([Parent("Id")] int areaId, FacilitiesOfAreas facilities, CancellationToken cancellationToken) =>
        facilities.LoadAsync(areaId, cancellationToken);
}
