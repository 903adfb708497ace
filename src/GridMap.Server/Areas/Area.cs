using GridMap.Core.Geography;

namespace GridMap.Server.Areas;

/// <summary>The four levels of the district's division.</summary>
public enum AreaLevel
{
    District,
    Subdistrict,
    Community,
    Grid,
}

/// <summary>An area as it was at a time: its name, where it lies in the tree, and the sums of its land.</summary>
public sealed record Area
{
    public required int Id { get; init; }

    public required AreaLevel Level { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public string? NameEn { get; init; }

    public string? HeadName { get; init; }

    public int? ParentId { get; init; }

    public required int Households { get; init; }

    public required int Persons { get; init; }

    public required int Elders { get; init; }

    public required int Buildings { get; init; }

    public required double AreaSquareMeters { get; init; }

    public required Position LabelPoint { get; init; }

    /// <summary>The instant it is told as of; what hangs on it is told as of the same.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>An area at an instant.</summary>
public readonly record struct AreaAt
{
    public AreaAt(int id, DateTimeOffset at)
    {
        Id = id;
        // The database keeps microseconds, and an instant must come back from it as it went.
        At = at.ToUniversalTime().AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    public int Id { get; }

    public DateTimeOffset At { get; }
}
