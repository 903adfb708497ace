namespace GridMap.Server.Patrols;

/// <summary>The rhythm in which minutes are looked at.</summary>
public sealed record PresenceOptions
{
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A server that does not watch leaves it to another one over the same database.</summary>
    public bool Watches { get; init; } = true;
}
