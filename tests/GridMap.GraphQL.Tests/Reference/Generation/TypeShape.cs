namespace GridMap.GraphQL.Tests.Reference.Generation;

/// <summary>A type as it is written: a name, a list, or without null.</summary>
public abstract record TypeShape
{
    public string Named => this switch
    {
        ListShape list => list.Of.Named,
        NonNullShape nonNull => nonNull.Of.Named,
        _ => ((NamedShape)this).Name,
    };

    public TypeShape Nullable => this is NonNullShape nonNull ? nonNull.Of : this;

    /// <summary>A name in lists and non-nulls of any nesting.</summary>
    public static TypeShape Random(Dice dice, string name, bool mayBeNonNull = true)
    {
        TypeShape shape = new NamedShape(name);
        for (var wraps = dice.OneIn(3) ? dice.Between(1, 2) : 0; wraps > 0; wraps--)
        {
            shape = new ListShape(dice.OneIn(3) ? new NonNullShape(shape) : shape);
        }

        return mayBeNonNull && dice.OneIn(4) ? new NonNullShape(shape) : shape;
    }
}

public sealed record NamedShape(string Name) : TypeShape
{
    public override string ToString() => Name;
}

public sealed record ListShape(TypeShape Of) : TypeShape
{
    public override string ToString() => $"[{Of}]";
}

public sealed record NonNullShape(TypeShape Of) : TypeShape
{
    public override string ToString() => $"{Of}!";
}
