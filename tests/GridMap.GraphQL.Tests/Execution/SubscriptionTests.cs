using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace GridMap.GraphQL.Tests.Execution;

/// <summary>Specification, section 6.2.3: a stream of events becomes a stream of responses.</summary>
public sealed class SubscriptionTests
{
    private const string Schema = """
        type Query { none: Int }
        type Subscription {
          ticks(count: Int!): Tick!  later: Tick  refused: Tick  thrown: Tick  breaks: Tick  endless: Tick  nulls: Tick!
        }
        type Tick { number: Int!  twice: Int!  sure: Int! }
        """;

    private static readonly TestEngine Engine = new(
        Schema, new ResolverSet().Add(typeof(Resolvers)).Add(typeof(TickResolvers)).Add("Query", "none", FieldResolver.Of<object?, int?>(_ => null)));

    [Fact]
    public async Task Every_event_is_a_response_of_its_own() =>
        Assert.Equal(
            ["""{"data":{"ticks":{"number":1,"twice":2}}}""", """{"data":{"ticks":{"number":2,"twice":4}}}"""],
            await CollectAsync("subscription ($n: Int!) { ticks(count: $n) { number twice } }", """{"n":2}"""));

    [Fact]
    public async Task A_stream_may_be_opened_asynchronously_and_named_by_alias() =>
        Assert.Equal(["""{"data":{"t":{"number":1}}}"""], await CollectAsync("subscription { t: later { number } }"));

    [Fact]
    public async Task Errors_of_fields_belong_to_their_event()
    {
        var responses = await CollectAsync("subscription { ticks(count: 2) { number sure } }");

        Assert.Equal("""{"ticks":{"number":1,"sure":1}}""", TestEngine.DataOf(responses[0]));
        Assert.Equal("null", TestEngine.DataOf(responses[1]));
        Assert.Equal("two @ ticks.sure", TestEngine.ErrorsOf(responses[1]));
    }

    [Fact]
    public async Task A_null_event_of_a_field_without_null_is_an_error() =>
        Assert.Equal(
            "Cannot return null for non-nullable field Subscription.nulls. @ nulls",
            TestEngine.ErrorsOf(Assert.Single(await CollectAsync("subscription { nulls { number } }"))));

    [Theory]
    [InlineData("subscription { refused { number } }", "not you")]
    [InlineData("subscription { thrown { number } }", "Unexpected execution error")]
    public async Task A_stream_that_cannot_be_opened_is_answered_with_the_error(string text, string message)
    {
        var start = await SubscribeAsync(text);

        Assert.Null(start.Responses);
        var error = Assert.Single(start.Errors);
        Assert.Equal(message, error.Message);
        Assert.Single(error.Path);
    }

    [Fact]
    public async Task A_source_that_breaks_ends_the_stream_without_telling_secrets()
    {
        var start = await SubscribeAsync("subscription { breaks { number } }");
        await using var responses = start.Responses!.GetAsyncEnumerator();

        Assert.True(await responses.MoveNextAsync());
        var broken = await Assert.ThrowsAsync<GraphQLException>(async () => await responses.MoveNextAsync());
        Assert.Equal("Unexpected execution error", broken.Message);
    }

    [Fact]
    public async Task Cancelling_ends_the_source()
    {
        using var cancel = new CancellationTokenSource();
        var start = await SubscribeAsync("subscription { endless { number } }", cancellationToken: cancel.Token);
        var seen = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in start.Responses!)
            {
                if (++seen == 3)
                {
                    await cancel.CancelAsync();
                }
            }
        });

        Assert.Equal(3, seen);
    }

    [Fact]
    public async Task Leaving_the_stream_early_disposes_the_source()
    {
        var before = Resolvers.Disposed;
        var start = await SubscribeAsync("subscription { endless { number } }");
        await foreach (var _ in start.Responses!)
        {
            break;
        }

        Assert.Equal(before + 1, Resolvers.Disposed);
    }

    private static async Task<List<string>> CollectAsync(string text, string? variables = null)
    {
        var start = await SubscribeAsync(text, variables);
        var responses = new List<string>();
        await foreach (var response in start.Responses!)
        {
            responses.Add(Encoding.UTF8.GetString(response.Span));
        }

        return responses;
    }

    private static async Task<SubscriptionStart> SubscribeAsync(string text, string? variables = null, CancellationToken cancellationToken = default)
    {
        var operation = Engine.Operation(text);
        using var json = variables is null ? null : JsonDocument.Parse(variables);
        Assert.True(operation.TryCoerceVariables(json?.RootElement, out var values, out _));
        return await Engine.Engine.SubscribeAsync(operation, values, new ServiceCollection().BuildServiceProvider(), cancellationToken);
    }

    private sealed record Tick(int Number);

    [SubscriptionType]
    private static class Resolvers
    {
        private static int _disposed;

        public static int Disposed => _disposed;

        [GraphQLName("ticks")]
        public static async IAsyncEnumerable<Tick> OnTicks(int count)
        {
            for (var i = 1; i <= count; i++)
            {
                await Task.Yield();
                yield return new(i);
            }
        }

        public static async Task<IAsyncEnumerable<Tick>> LaterAsync()
        {
            await Task.Yield();
            return OnTicks(1);
        }

        public static IAsyncEnumerable<Tick> Refused() => throw new GraphQLException("not you", "NOT_YOU");

        public static IAsyncEnumerable<Tick> Thrown() => throw new InvalidOperationException("secret");

        public static async IAsyncEnumerable<Tick> Breaks()
        {
            yield return new(1);
            await Task.Yield();
            throw new InvalidOperationException("secret");
        }

        public static async IAsyncEnumerable<Tick?> Nulls()
        {
            await Task.Yield();
            yield return null;
        }

        public static async IAsyncEnumerable<Tick> Endless([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            try
            {
                for (var i = 0; ; i++)
                {
                    await Task.Delay(1, cancellationToken);
                    yield return new(i);
                }
            }
            finally
            {
                Interlocked.Increment(ref _disposed);
            }
        }
    }

    [ObjectType<Tick>]
    private static class TickResolvers
    {
        public static async Task<int> TwiceAsync([Parent("Number")] int number)
        {
            await Task.Yield();
            return number * 2;
        }

        public static int Sure([Parent] Tick tick) => tick.Number == 2 ? throw new GraphQLException("two", "TWO") : tick.Number;
    }
}
