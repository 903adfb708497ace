namespace GridMap.Core;

/// <summary>What may be wrong with a period that somebody asks for.</summary>
public static class Period
{
    /// <summary>It ends before it begins; said of `from` and `until`.</summary>
    public static Refusal Inverted { get; } = InvertedBetween("from", "until");

    /// <summary>The same, of ends that are called otherwise in the request.</summary>
    public static Refusal InvertedBetween(string from, string until) => new("PERIOD_INVERTED", $"Send {from} before {until}.", $"{from} 须早于 {until}。");
}
