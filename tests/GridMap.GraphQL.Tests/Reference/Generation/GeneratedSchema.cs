namespace GridMap.GraphQL.Tests.Reference.Generation;

/// <summary>An argument or a field of an input object; `Default` is its text.</summary>
public sealed record GeneratedInput(string Name, TypeShape Type, string? Default, string Directives)
{
    public bool IsRequired => Type is NonNullShape && Default is null;
}

public sealed record GeneratedField(string Name, TypeShape Type, IReadOnlyList<GeneratedInput> Arguments, string Directives);

/// <summary>An object or an interface.</summary>
public sealed record GeneratedFields(string Keyword, string Name, IReadOnlyList<GeneratedFields> Interfaces, IReadOnlyList<GeneratedField> Fields);

public sealed record GeneratedEnum(string Name, IReadOnlyList<string> Values);

public sealed record GeneratedUnion(string Name, IReadOnlyList<GeneratedFields> Types);

public sealed record GeneratedInputObject(string Name, IReadOnlyList<GeneratedInput> Fields, bool IsOneOf);

public sealed record GeneratedDirective(string Name, IReadOnlyList<GeneratedInput> Arguments, bool IsRepeatable, IReadOnlyList<string> Locations);

/// <summary>A schema that is known by how it was made; engines see only its text.</summary>
public sealed record GeneratedSchema
{
    public required IReadOnlyList<string> Scalars { get; init; }

    public required IReadOnlyList<GeneratedEnum> Enums { get; init; }

    public required IReadOnlyList<GeneratedInputObject> Inputs { get; init; }

    public required IReadOnlyList<GeneratedFields> Interfaces { get; init; }

    public required IReadOnlyList<GeneratedFields> Objects { get; init; }

    public required IReadOnlyList<GeneratedUnion> Unions { get; init; }

    public required IReadOnlyList<GeneratedDirective> Directives { get; init; }

    /// <summary>Query, Mutation and Subscription, those that there are.</summary>
    public required IReadOnlyList<GeneratedFields> Roots { get; init; }

    public GeneratedFields? FindFields(string name) => Objects.Concat(Interfaces).Concat(Roots).FirstOrDefault(type => type.Name == name);

    public GeneratedInputObject? FindInput(string name) => Inputs.FirstOrDefault(input => input.Name == name);

    public GeneratedEnum? FindEnum(string name) => Enums.FirstOrDefault(each => each.Name == name);

    public bool IsLeaf(string name) => FindFields(name) is null && Unions.All(union => union.Name != name);

    /// <summary>The names of the objects that a value of a composite type can be.</summary>
    public IReadOnlyList<string> PossibleTypes(string name)
    {
        if (Unions.FirstOrDefault(union => union.Name == name) is { } union)
        {
            return [.. union.Types.Select(type => type.Name)];
        }

        return [.. Objects.Concat(Roots).Where(type => type.Name == name || type.Interfaces.Any(each => each.Name == name)).Select(type => type.Name)];
    }
}
