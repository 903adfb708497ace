using GridMap.Core.Geography;
using GridMap.Core.Replay;
using GridMap.GraphQL.Execution;

namespace GridMap.Server.Facilities;

/// <summary>A facility that was not always as it is now.</summary>
/// <param name="States">By time; empty if it was not there.</param>
public sealed record ReplayedFacility(int Id, IReadOnlyList<FacilityState> States);

/// <summary>How a facility was for a while.</summary>
public sealed record FacilityState
{
    public required string KindCode { get; init; }

    public required string Name { get; init; }

    public string? NameEn { get; init; }

    public required FacilityStatus Status { get; init; }

    public required string OpeningHours { get; init; }

    public required int Capacity { get; init; }

    /// <summary>Null where it was not kept.</summary>
    public string[]? ServiceCodes { get; init; }

    /// <summary>Of the services in their order; null: as long as the facility is open.</summary>
    public string?[]? ServiceHours { get; init; }

    public required Position Position { get; init; }

    /// <summary>Null: as far back as is known.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Not included; null: it still is.</summary>
    public DateTimeOffset? Until { get; init; }
}

/// <summary>The facilities of a period of the past.</summary>
[ExtendObjectType("Replay")]
public static class ReplayFacilities
{
    public static Task<IReadOnlyList<ReplayedFacility>> FacilitiesAsync(
        [Parent] ReplayPeriod period, FindReplayedFacilities find, CancellationToken cancellationToken) => find.RunAsync(period, cancellationToken);
}

/// <summary>What hangs on a state of a facility.</summary>
[ObjectType<FacilityState>]
public static class FacilityStateResolvers
{
    public static ValueTask<FacilityKind?> KindAsync([Parent] FacilityState state, KindsByCode kinds, CancellationToken cancellationToken) =>
        kinds.FindAsync(state.KindCode, cancellationToken);

    public static async Task<bool?> IsOpenAsync([Parent] FacilityState state, DateTimeOffset at, LocalClocks clocks, CancellationToken cancellationToken) =>
        (await clocks.LoadAsync(at, cancellationToken))!.IsOpen(state.Status, state.OpeningHours);

    public static async Task<IReadOnlyList<OfferedService>?> ServicesAsync(
        [Parent] FacilityState state, ServicesByCode services, CancellationToken cancellationToken)
    {
        if (state.ServiceCodes is not { } codes)
        {
            return null;
        }

        var offered = new List<OfferedService>(codes.Length);
        foreach (var (index, code) in codes.Index())
        {
            offered.Add(new OfferedService(await services.FindAsync(code, cancellationToken), state.ServiceHours![index]));
        }

        return offered;
    }
}

/// <summary>A service and when it was offered, as the schema names it.</summary>
[ObjectType<OfferedService>]
public static class OfferedServiceResolvers;
