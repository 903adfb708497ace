using GridMap.Core.Geography;

namespace GridMap.Core;

/// <summary>An expected "no": a stable code, and what to do about it in both languages.</summary>
public sealed record Refusal(string Code, string Remedy, string RemedyChinese)
{
    /// <summary>Where on the map it is about; null where there is no such place.</summary>
    public Position? Place { get; init; }
}

/// <summary>What a rule or an operation answers: a value, or a refusal.</summary>
public readonly struct Result<T>
{
    private readonly T? _value;

    private Result(T? value, Refusal? refusal)
    {
        _value = value;
        Refusal = refusal;
    }

    public Refusal? Refusal { get; }

    public bool IsRefused => Refusal is not null;

    public T Value => Refusal is null ? _value! : throw new InvalidOperationException($"Refused: {Refusal.Code}");

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);
}
