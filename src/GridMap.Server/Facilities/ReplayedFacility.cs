using GridMap.Core.Geography;
using GridMap.Core.Replay;
using GridMap.GraphQL.Execution;

namespace GridMap.Server.Facilities;

/// <summary>A facility that was not always as it is now.</summary>
/// <param name="States">By time; empty if it was not there.</param>
public sealed record ReplayedFacility(int Id, IReadOnlyList<FacilityState> States);

/// <summary>How a facility was for a while.</summary>
/// <param name="Since">Null: as far back as is known.</param>
/// <param name="Until">Not included; null: it still is.</param>
public sealed record FacilityState(
    DateTimeOffset? Since, DateTimeOffset? Until, string KindCode, string Name, string? NameEn, FacilityStatus Status, Position Position);

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
}
