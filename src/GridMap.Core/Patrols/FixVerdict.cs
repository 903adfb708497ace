namespace GridMap.Core.Patrols;

/// <summary>What a rule says of a fix: it passes, it is filtered, or its sender has to correct something.</summary>
public readonly record struct FixVerdict(FixFilter? Filter, Refusal? Refusal)
{
    public static FixVerdict Passes { get; }

    public bool IsPassed => Filter is null && Refusal is null;

    public static FixVerdict Filtered(FixFilter filter) => new(filter, null);

    public static FixVerdict Refused(Refusal refusal) => new(null, refusal);
}
