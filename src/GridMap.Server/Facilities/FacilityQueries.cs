using GridMap.Core;
using GridMap.Core.Geography;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Api;
using GridMap.Platform.Schema;

namespace GridMap.Server.Facilities;

/// <summary>How near is measured.</summary>
public enum Nearness
{
    StraightLine,
    Walking,
}

/// <summary>Where queries begin for facilities.</summary>
[QueryType]
public static class FacilityQueries
{
    private const int MostNearest = 50;

    private static readonly Refusal KeyMissing = new("FACILITY_KEY_MISSING", "Send either id or code.", "请提供 id 或 code 中的一项。");

    private static readonly Refusal LimitOutOfRange = new(
        "LIMIT_OUT_OF_RANGE", $"Send a limit from 1 to {MostNearest}.", $"limit 须在 1 至 {MostNearest} 之间。");

    public static async Task<Facility?> FacilityAsync(
        string? id, string? code, FindFacilityKey findKey, FacilitiesById facilities, CancellationToken cancellationToken)
    {
        if (id is null == code is null)
        {
            throw KeyMissing.AsError();
        }

        var key = id is null ? await findKey.RunAsync(code!, cancellationToken) : RequestValue.Id(id).OrError();
        return key is { } known ? await facilities.LoadAsync(known, cancellationToken) : null;
    }

    public static Task<FacilityState?> FacilityAtAsync(string id, DateTimeOffset at, FindFacilityAt find, CancellationToken cancellationToken) =>
        find.RunAsync(RequestValue.Id(id).OrError(), at, cancellationToken);

    public static Task<FacilityPage> FacilitiesAsync(
        FacilityFilter? filter, int? first, string? after, int? last, string? before, FindFacilities find, CancellationToken cancellationToken) =>
        find.RunAsync(Checked(filter), PageRequest.Parse(first, after, last, before).OrError(), cancellationToken);

    public static async Task<IReadOnlyList<NearbyFacility>> NearestFacilitiesAsync(
        Position position, FacilityFilter? filter, Nearness by, int limit, FindNearestFacilities find, CancellationToken cancellationToken)
    {
        if (limit is < 1 or > MostNearest)
        {
            throw LimitOutOfRange.AsError();
        }

        return (await find.RunAsync(position, Checked(filter), by == Nearness.Walking, limit, cancellationToken)).OrError();
    }

    public static Task<IReadOnlyList<FacilityKind>> FacilityKindsAsync(FindFacilityKinds find, CancellationToken cancellationToken) =>
        find.RunAsync(cancellationToken);

    public static Task<IReadOnlyList<Service>> ServicesAsync(FindServices find, CancellationToken cancellationToken) => find.RunAsync(cancellationToken);

    private static FacilityFilter Checked(FacilityFilter? filter) =>
        filter?.FindRefusal() is { } refusal ? throw refusal.AsError() : filter ?? new FacilityFilter();
}
