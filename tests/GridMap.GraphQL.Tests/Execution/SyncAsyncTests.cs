using System.Text;
using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Execution;

namespace GridMap.GraphQL.Tests.Execution;

/// <summary>When a resolver answers does not show in the response: random selections with random nulls and errors, at once, later, and mixed.</summary>
public sealed class SyncAsyncTests
{
    private static readonly string[] Composites = ["node: Node", "sure: Node!", "list: [Node]", "sureItems: [Node!]", "sureList: [Node!]!", "nested: [[Node]!]"];
    private static readonly string[] Leaves = ["int: Int", "sureInt: Int!", "ints: [Int]", "sureInts: [Int!]!"];
    private static readonly string Schema = $"type Query {{ node: Node sure: Node! }} type Node {{ {string.Join(' ', Composites)} {string.Join(' ', Leaves)} }}";

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task The_response_is_the_same(int seed)
    {
        var random = new Random(seed);
        TestEngine[] engines = [Engine(_ => false), Engine(_ => true), Engine(field => field.StartsWith("sure", StringComparison.Ordinal))];
        for (var i = 0; i < 100; i++)
        {
            var text = $"{{ {Selection(random, "node", 4)} {Selection(random, "sure", 3)} }}";

            var atOnce = await engines[0].ExecuteAsync(text);

            Assert.Equal(atOnce, await engines[1].ExecuteAsync(text));
            Assert.Equal(atOnce, await engines[2].ExecuteAsync(text));
        }
    }

    private static string Selection(Random random, string field, int depth)
    {
        var selection = new StringBuilder($"{field}{random.Next(1000)}: {field} {{ ");
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var leaf = NameOf(Leaves[random.Next(Leaves.Length)]);
            selection.Append(depth > 0 && random.Next(2) == 0
                ? Selection(random, NameOf(Composites[random.Next(Composites.Length)]), depth - 1)
                : $"{leaf}{random.Next(1000)}: {leaf} ");
        }

        return selection.Append("} ").ToString();
    }

    private static string NameOf(string definition) => definition[..definition.IndexOf(':', StringComparison.Ordinal)];

    private static TestEngine Engine(Predicate<string> isLater)
    {
        var resolvers = new ResolverSet();
        foreach (var field in Composites.Concat(Leaves).Select(NameOf))
        {
            resolvers.Add("Node", field, Resolver(field, isLater));
        }

        return new(Schema, resolvers.Add("Query", "node", Resolver("node", isLater)).Add("Query", "sure", Resolver("sure", isLater)));
    }

    private static FieldResolver Resolver(string field, Predicate<string> isLater) => isLater(field)
        ? FieldResolver.Of<string?, Task<object?>>(parent => LaterAsync(() => ValueOf($"{parent}.{field}", field)))
        : FieldResolver.Of<string?, object?>(parent => ValueOf($"{parent}.{field}", field));

    private static async Task<object?> LaterAsync(Func<object?> value)
    {
        await Task.Yield();
        return value();
    }

    /// <summary>The same for the same path: one in twelve is null, one in fifteen throws.</summary>
    private static object? ValueOf(string path, string field)
    {
        var random = new Random(path.Aggregate(17, (hash, letter) => unchecked((hash * 31) + letter)));
        if (random.Next(15) == 0)
            throw new GraphQLException($"no {path}", "NO");

        if (random.Next(12) == 0)
            return null;

        return field switch
        {
            "int" or "sureInt" => random.Next(100),
            "ints" or "sureInts" => Enumerable.Range(0, random.Next(4)).Select(i => random.Next(6) == 0 ? null : (object)i).ToArray(),
            "list" or "sureItems" or "sureList" => Items(path, random),
            "nested" => Enumerable.Range(0, random.Next(3)).Select(i => random.Next(8) == 0 ? null : Items($"{path}{i}", random)).ToList(),
            _ => path,
        };
    }

    private static string?[] Items(string path, Random random) =>
        [.. Enumerable.Range(0, random.Next(4)).Select(i => random.Next(8) == 0 ? null : $"{path}{i}")];
}
