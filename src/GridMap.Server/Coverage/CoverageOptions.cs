namespace GridMap.Server.Coverage;

/// <summary>When coverage is read into memory.</summary>
public sealed record CoverageOptions
{
    /// <summary>As soon as the server has started; otherwise when somebody asks.</summary>
    public bool ReadsAtStart { get; init; } = true;
}
