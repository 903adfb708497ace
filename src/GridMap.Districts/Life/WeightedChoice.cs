namespace GridMap.Districts.Life;

/// <summary>Draws an index with a probability in proportion to its weight.</summary>
public sealed class WeightedChoice
{
    private readonly double[] _upTo;

    public WeightedChoice(IEnumerable<double> weights)
    {
        var sum = 0.0;
        _upTo = [.. weights.Select(weight => sum += weight)];
    }

    public double Total => _upTo.Length == 0 ? 0 : _upTo[^1];

    /// <summary>Needs a total above zero.</summary>
    public int Draw(Chance chance)
    {
        var found = Array.BinarySearch(_upTo, chance.Share() * Total);
        return Math.Min(found < 0 ? ~found : found + 1, _upTo.Length - 1);
    }
}
