using GridMap.Core.Geography;

namespace GridMap.Server.Facilities;

/// <summary>Whether a facility serves at all, its hours apart.</summary>
public enum FacilityStatus
{
    Open,
    Suspended,
    Closed,
}

/// <summary>A fixed place that serves.</summary>
public sealed record Facility
{
    public required int Id { get; init; }

    public required string Code { get; init; }

    public required string KindCode { get; init; }

    public required string Name { get; init; }

    public string? NameEn { get; init; }

    public required string Address { get; init; }

    public required string OpeningHours { get; init; }

    public required int Capacity { get; init; }

    public required FacilityStatus Status { get; init; }

    public int? GridId { get; init; }

    public required Position Position { get; init; }
}

/// <summary>A kind of facility, such as a party service station.</summary>
public sealed record FacilityKind(string Code, string Name, string NameEn);

/// <summary>Something that facilities may offer, such as charging.</summary>
public sealed record Service(string Code, string Name, string NameEn);

/// <summary>A service at a facility.</summary>
/// <param name="OpeningHours">Null: as long as the facility is open.</param>
public sealed record FacilityService(Facility Facility, Service? Service, string? OpeningHours);

/// <summary>A facility and how far it is.</summary>
/// <param name="DistanceMeters">In a straight line over the ground.</param>
/// <param name="WalkSeconds">Along the walking network; null where it was not asked for.</param>
public sealed record NearbyFacility(Facility Facility, double DistanceMeters, double? WalkSeconds);
