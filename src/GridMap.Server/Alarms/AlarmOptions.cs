namespace GridMap.Server.Alarms;

/// <summary>The rhythm in which alarms are looked for.</summary>
public sealed record AlarmOptions
{
    /// <summary>What time alone makes wrong is looked at so often: deadlines, escalations.</summary>
    public TimeSpan TickEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>After each look what is heard is gathered for so long, so that a storm of changes is a few looks at many and not many looks at a few.</summary>
    public TimeSpan Rest { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Everything is looked at so often, whatever was heard.</summary>
    public TimeSpan SweepEvery { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Things that may be heard of and not yet looked at; beyond that everything is looked at.</summary>
    public int MostHeard { get; init; } = 1_000;

    public TimeSpan RetryPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A server that does not watch leaves it to another one over the same database.</summary>
    public bool Watches { get; init; } = true;
}
