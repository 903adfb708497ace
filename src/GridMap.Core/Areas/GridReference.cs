namespace GridMap.Core.Areas;

/// <summary>The grid something lies in, as it is named to people.</summary>
public sealed record GridReference
{
    public required int Id { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }
}
