namespace GridMap.Server.Areas;

/// <summary>Areas as they stand now, one instant for the whole request.</summary>
public sealed class CurrentAreas(TimeProvider clock)
{
    private readonly DateTimeOffset _now = clock.GetUtcNow();

    public ValueTask<Area?> LoadAsync(int? id, AreasById areas, CancellationToken cancellationToken) =>
        id is { } known ? areas.LoadAsync(new AreaAt(known, _now), cancellationToken) : default;
}
