using System.Runtime.CompilerServices;
using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Execution;
using GridMap.GraphQL.Http;
using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Tests.Http;

/// <summary>Fields that answer, refuse, fail, take for ever, and stream.</summary>
internal static class TestSchema
{
    public const string Text = """
        type Query {
          greeting(name: String = "world"): String!
          item: Item!
          items(first: Int, last: Int): ItemPage!
          list: [Item!]!
          sure: Int!
          fault: Int
          endless: Int
        }
        type Item { name: String!  item: Item!  items(first: Int = 5): [Item!]!  heavy: Int @cost(weight: "7")  few: [Item!]! @listSize(assumedSize: 3) }
        type ItemPage { nodes: [Item!]!  total: Int! }
        type Mutation { add(value: Int!): Int! }
        type Subscription { count(to: Int!): Int!  endless: Int!  flood: String!  breaks: Int!  refused: Int!  fails: Int! }
        """;

    private static int _added;
    private static int _ended;

    public static GraphQLSubject Subject { get; } = new()
    {
        Sources = [new Source(Text)],
        ResolverClasses = [typeof(Query), typeof(ItemResolvers), typeof(ItemPageResolvers), typeof(Mutation), typeof(Subscription)],
    };

    /// <summary>How often the mutation ran.</summary>
    public static int Added => _added;

    /// <summary>How many endless streams were left and tidied up.</summary>
    public static int Ended => _ended;

    internal sealed record Item(string Name);

    internal sealed record ItemPage(int Total);

    [QueryType]
    internal static class Query
    {
        public static string Greeting(string? name) => $"hello {name}";

        public static Item Item() => new("one");

        public static ItemPage Items(int? first, int? last) => new(first ?? last ?? 50);

        public static IReadOnlyList<Item> List() => [new("one")];

        public static int Sure() => throw new GraphQLException("not now", "NOT_NOW");

        public static int? Fault() => throw new InvalidOperationException("secret");

        public static async Task<int?> EndlessAsync(CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }

    [ObjectType<Item>]
    internal static class ItemResolvers
    {
        public static Item Item([Parent] Item item) => item;

        public static IReadOnlyList<Item> Items([Parent] Item item, int? first) => [.. Enumerable.Repeat(item, first ?? 5)];

        public static int? Heavy() => 1;

        public static IReadOnlyList<Item> Few([Parent] Item item) => [item];
    }

    [ObjectType<ItemPage>]
    internal static class ItemPageResolvers
    {
        public static IReadOnlyList<Item> Nodes() => [new("one")];
    }

    [MutationType]
    internal static class Mutation
    {
        public static int Add(int value)
        {
            Interlocked.Increment(ref _added);
            return value;
        }
    }

    [SubscriptionType]
    internal static class Subscription
    {
        public static async IAsyncEnumerable<int> Count(int to)
        {
            for (var number = 1; number <= to; number++)
            {
                await Task.Yield();
                yield return number;
            }
        }

        public static async IAsyncEnumerable<int> Endless([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            try
            {
                yield return 1;
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                Interlocked.Increment(ref _ended);
            }
        }

        public static async IAsyncEnumerable<string> Flood([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            var text = new string('x', 64 * 1024);
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await Task.Yield();
                yield return text;
            }
        }

        public static async IAsyncEnumerable<int> Breaks()
        {
            yield return 1;
            await Task.Yield();
            throw new InvalidOperationException("secret");
        }

        public static IAsyncEnumerable<int> Refused() => throw new GraphQLException("not you", "NOT_YOU");

        public static async IAsyncEnumerable<int> Fails()
        {
            yield return 1;
            await Task.Yield();
            throw new GraphQLException("no more", "NO_MORE");
        }
    }
}
