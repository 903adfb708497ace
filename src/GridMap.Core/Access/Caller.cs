namespace GridMap.Core.Access;

/// <summary>What a caller is: nobody known, a person signed in, or a program with a token.</summary>
public enum CallerKind
{
    Anonymous,
    Account,
    Service,
}

/// <summary>Who asks, and what was granted to them.</summary>
/// <param name="Id">The account or the token; 0 for nobody.</param>
/// <param name="Name">How records name the caller.</param>
public sealed record Caller(CallerKind Kind, int Id, string Name, IReadOnlyList<Grant> Grants)
{
    public static Caller Anonymous { get; } = new(CallerKind.Anonymous, 0, "anonymous", []);

    /// <summary>The account of a person; null for all others.</summary>
    public int? AccountId => Kind == CallerKind.Account ? Id : null;

    public bool IsKnown => Kind != CallerKind.Anonymous;

    /// <summary>Whether both are the same one with the same grants.</summary>
    public bool Equals(Caller? other) =>
        other is not null && Kind == other.Kind && Id == other.Id && Name == other.Name && Grants.SequenceEqual(other.Grants);

    public override int GetHashCode() => HashCode.Combine(Kind, Id);
}
