using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Execution;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Tests.Reference;

/// <summary>An object of the universe: what it is and what its fields follow from.</summary>
public sealed record UniverseObject(string? Type, uint Seed);

/// <summary>A world of answers that both engines can compute: every value follows from the hash of how it was reached. Twin of universe.mjs.</summary>
public sealed class Universe(Schema schema)
{
    public ResolverSet Resolvers => new() { Fallback = ResolverOf, TypeNameOf = value => ((UniverseObject)value).Type };

    /// <summary>FNV-1a over UTF-16 units.</summary>
    public static uint Hash(string text)
    {
        var sum = 0x811c9dc5;
        foreach (var letter in text)
        {
            sum = (sum ^ letter) * 0x01000193;
        }

        return sum;
    }

    private FieldResolver ResolverOf(ObjectType parent, FieldDefinition field) => parent == schema.Subscription
        ? FieldResolver.Of<object?, IAsyncEnumerable<object?>>((_, arguments) => EventsOf(field, UniverseText.Of(field, arguments)))
        : FieldResolver.Of<object?, Task<object?>>((value, arguments) => ResolveAsync(parent, field, value, arguments));

    private async Task<object?> ResolveAsync(ObjectType parent, FieldDefinition field, object? value, ArgumentValues arguments)
    {
        var seed = SeedOf((value as UniverseObject)?.Seed ?? 0, parent, field, UniverseText.Of(field, arguments));
        if ((seed >> 8) % 4 == 0)
        {
            await Task.Yield();
        }

        return seed % 101 < 3 ? throw new GraphQLException($"fault {seed}", "FAULT") : AnswerOf(field, seed);
    }

    private object? AnswerOf(FieldDefinition field, uint seed) => seed % 101 < 9 ? null : ValueOf(field.Type, seed);

    private static uint SeedOf(uint parentSeed, ObjectType parent, FieldDefinition field, string arguments) =>
        Hash($"{parentSeed}/{parent.Name}.{field.Name}({arguments})");

    /// <summary>Up to three events; each is what the field answers.</summary>
    private async IAsyncEnumerable<object?> EventsOf(FieldDefinition field, string arguments)
    {
        var seed = Hash($"events/{field.Name}({arguments})");
        for (var index = 0; index < seed % 4; index++)
        {
            await Task.Yield();
            yield return AnswerOf(field, SeedOf(Hash($"{seed}/{index}"), schema.Subscription!, field, arguments));
        }
    }

    private object? ValueOf(GraphQLType type, uint seed) => type switch
    {
        NonNullType nonNull => ValueOf(nonNull.OfType, seed),
        ListType list => ListOf(list.OfType, seed),
        ObjectType named => new UniverseObject(named.Name, seed),
        CompositeType named => new UniverseObject(TypeOf(named, seed), seed),
        EnumType named => seed % 43 == 0 ? "NOT_A_VALUE" : named.Values.GetAt((int)((seed >> 3) % named.Values.Count)).Key,
        NamedType named => ScalarOf(named.Name, seed),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private List<object?> ListOf(GraphQLType type, uint seed) =>
        [.. Enumerable.Range(0, (int)((seed >> 4) % 4)).Select(index => Hash($"{seed}/{index}")).Select(item => item % 11 == 0 ? null : ValueOf(type, item))];

    /// <summary>One of the possible types; now and then one that is not.</summary>
    private string? TypeOf(CompositeType type, uint seed)
    {
        var possible = schema.PossibleTypes(type).Select(each => each.Name).Order(StringComparer.Ordinal).ToList();
        var others = schema.Types.Values.OfType<ObjectType>().Select(each => each.Name)
            .Where(name => !name.StartsWith("__", StringComparison.Ordinal))
            .Except(possible)
            .Order(StringComparer.Ordinal)
            .ToList();
        var chosen = seed % 61 == 0 || possible.Count == 0 ? others : possible;
        return chosen.Count == 0 ? null : chosen[(int)((seed >> 3) % chosen.Count)];
    }

    private static object ScalarOf(string name, uint seed) => name switch
    {
        "Int" => seed % 53 == 0 ? 1L << 40 : ((seed >> 3) % 2001) - 1000L,
        "Float" => (((seed >> 3) % 4001) - 2000.0) / 8,
        "Boolean" => (seed >> 3) % 2 == 0,
        "String" => $"text {seed} \"é\" \\ 网格 \U0001F600",
        "ID" => $"id-{seed}",
        _ when (seed >> 3) % 2 == 0 => $"any {seed}",
        _ => new Dictionary<string, object?> { ["any"] = new object?[] { (int)(seed % 1000), true, null } },
    };
}
