namespace GridMap.GraphQL.Tests.Reference.Generation;

/// <summary>Chance that can be had again: the same seed throws the same.</summary>
public sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Zero up to, not including, `sides`.</summary>
    public int Roll(int sides) => _random.Next(sides);

    /// <summary>From `least` to `most`, both included.</summary>
    public int Between(int least, int most) => _random.Next(least, most + 1);

    public bool OneIn(int times) => _random.Next(times) == 0;

    public T Pick<T>(IReadOnlyList<T> things) => things[_random.Next(things.Count)];

    /// <summary>Some of them, in their order, each with a chance of one half.</summary>
    public List<T> Some<T>(IEnumerable<T> things) => [.. things.Where(_ => _random.Next(2) == 0)];

    public byte Byte() => (byte)_random.Next(256);
}
