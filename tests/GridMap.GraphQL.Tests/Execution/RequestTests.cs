using System.Buffers;
using System.Text;
using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace GridMap.GraphQL.Tests.Execution;

/// <summary>Specification, section 6.1: documents, operations, and what holds for whole requests.</summary>
public sealed class RequestTests
{
    private const string Schema = "type Query { id(of: Int): Int!  wait: Int  hang: Int  later(by: Int): Later! } type Later { number: Int!  next: Later! }";

    private static readonly TestEngine Engine = new(Schema, new ResolverSet().Add(typeof(Resolvers)).Add(typeof(LaterResolvers)));

    [Theory]
    [InlineData("{ id }", null, null)]
    [InlineData("query A { id }", null, null)]
    [InlineData("query A { id } query B { id }", "B", null)]
    [InlineData("query A { id } query B { id }", null, "Must provide operation name if query contains multiple operations.")]
    [InlineData("query A { id } query B { id }", "C", "Unknown operation named \"C\".")]
    [InlineData("query A { id }", "", "Unknown operation named \"\".")]
    public void An_operation_is_found_by_its_name_or_is_the_only_one(string text, string? name, string? message)
    {
        var document = Engine.Engine.Prepare(Encoding.UTF8.GetBytes(text));

        var found = document.TryFindOperation(name, out var operation, out var error);

        Assert.Equal(message, error?.Message);
        Assert.Equal(found, operation is not null);
        Assert.True(!found || name is null || operation!.Name == name);
    }

    [Fact]
    public void A_text_that_is_not_in_the_language_is_answered_with_its_errors()
    {
        var document = Engine.Engine.Prepare("{ id "u8.ToArray());
        var output = new ArrayBufferWriter<byte>();
        GraphQLEngine.WriteErrors(document.Errors, output);

        Assert.Null(document.Document);
        Assert.StartsWith("""{"errors":[{"message":"Syntax Error:""", Encoding.UTF8.GetString(output.WrittenSpan), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_is_prepared_once_and_does_not_keep_the_callers_memory()
    {
        var text = "{ once: id }"u8.ToArray();
        var first = Engine.Engine.Prepare(text);
        text.AsSpan().Clear();

        Assert.Same(first, Engine.Engine.Prepare("{ once: id }"u8.ToArray()));
    }

    [Fact]
    public void Documents_in_use_stay_prepared_while_others_come_and_go()
    {
        var engine = new TestEngine(
            Schema, new ResolverSet().Add(typeof(Resolvers)).Add(typeof(LaterResolvers)), new GraphQLOptions { CachedDocuments = 10 }).Engine;
        var inUse = engine.Prepare("{ id }"u8.ToArray());
        var forgotten = engine.Prepare("{ forgotten: id }"u8.ToArray());
        for (var i = 0; i < 100; i++)
        {
            engine.Prepare(Encoding.UTF8.GetBytes($"{{ id{i}: id }}"));
            Assert.Same(inUse, engine.Prepare("{ id }"u8.ToArray()));
        }

        Assert.NotSame(forgotten, engine.Prepare("{ forgotten: id }"u8.ToArray()));
    }

    [Fact]
    public void A_check_of_ones_own_refuses_a_document()
    {
        var engine = new TestEngine(
            Schema,
            new ResolverSet().Add(typeof(Resolvers)).Add(typeof(LaterResolvers)),
            new GraphQLOptions { Checks = [(_, document) => document.Definitions.Count > 1 ? [new GraphQLError("too many")] : []] }).Engine;

        Assert.Empty(engine.Prepare("{ id }"u8.ToArray()).Errors);
        Assert.Equal("too many", Assert.Single(engine.Prepare("query A { id } query B { id }"u8.ToArray()).Errors).Message);
    }

    [Theory]
    [InlineData("{ wait }")]
    [InlineData("{ hang }")]
    [InlineData("{ id later { next { number } } hang }")]
    public async Task A_cancelled_execution_ends_at_once_and_writes_nothing(string text)
    {
        using var cancel = new CancellationTokenSource();
        var operation = Engine.Operation(text);
        Assert.True(operation.TryCoerceVariables(null, out var variables, out _));
        var output = new ArrayBufferWriter<byte>();
        var execution = Engine.Engine.ExecuteAsync(operation, variables, Services(), output, cancel.Token).AsTask();
        await Task.Yield();
        Assert.False(execution.IsCompleted);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => execution.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal(0, output.WrittenCount);
    }

    [Fact]
    public async Task A_hundred_executions_of_one_plan_do_not_disturb_each_other()
    {
        const string text = "query ($v: Int) { id(of: $v) a: later(by: $v) { number next { number next { number } } } }";

        var responses = await Task.WhenAll(Enumerable.Range(0, 100).Select(i =>
            Task.Run(() => Engine.ExecuteAsync(text, $$"""{"v":{{i}}}"""))));

        Assert.All(responses.Index(), response => Assert.Equal(
            $"{{\"data\":{{\"id\":{response.Index},\"a\":{{\"number\":{response.Index},\"next\":{{\"number\":{response.Index + 1},\"next\":{{\"number\":{response.Index + 2}}}}}}}}}}}",
            response.Item));
    }

    private static ServiceProvider Services() => new ServiceCollection().BuildServiceProvider();

    private sealed record Later(int Number);

    [QueryType]
    private static class Resolvers
    {
        public static int Id(int of = 0) => of;

        public static async Task<int> WaitAsync(CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }

        public static Task<int> Hang() => new TaskCompletionSource<int>().Task;

        public static async Task<Later> LaterAsync(int by = 0)
        {
            await Task.Delay(1);
            return new(by);
        }
    }

    [ObjectType<Later>]
    private static class LaterResolvers
    {
        public static async Task<Later> NextAsync([Parent] Later later)
        {
            await Task.Yield();
            return new(later.Number + 1);
        }
    }
}
