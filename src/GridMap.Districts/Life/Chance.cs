using System.Buffers.Binary;

namespace GridMap.Districts.Life;

/// <summary>Chance that repeats itself: the same seed and subject give the same draws on every machine.</summary>
public sealed class Chance
{
    private const ulong FnvOffset = 14695981039346656037;

    private const ulong FnvPrime = 1099511628211;

    private readonly Random _random;

    public Chance(long seed, string subject)
    {
        var hash = subject.Aggregate(FnvOffset ^ (ulong)seed, (sum, letter) => (sum ^ letter) * FnvPrime);
        _random = new Random((int)(hash ^ (hash >> 32)));
    }

    /// <summary>A number in [0, 1).</summary>
    public double Share() => _random.NextDouble();

    public bool Happens(double probability) => _random.NextDouble() < probability;

    /// <summary>A whole number from 0 up to, not including, a count.</summary>
    public int Below(int count) => _random.Next(count);

    /// <summary>A whole number between both, included.</summary>
    public int Between(int least, int most) => _random.Next(least, most + 1);

    public T Pick<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    /// <summary>Log-normal with the given median; sigma is of the logarithm.</summary>
    public double LogNormal(double median, double sigma) => median * Math.Exp(sigma * Normal());

    /// <summary>Standard normal, by Box and Muller.</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    public void Shuffle<T>(T[] items) => _random.Shuffle(items);

    /// <summary>A version 7 identifier of an instant, so that index pages fill in time order.</summary>
    public Guid Identifier(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        var random = (ulong)BinaryPrimitives.ReadUInt16BigEndian(bytes[6..]) & 0x0fff;
        BinaryPrimitives.WriteUInt64BigEndian(bytes, ((ulong)at.ToUnixTimeMilliseconds() << 16) | 0x7000 | random);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
