using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Execution;

namespace GridMap.GraphQL.Tests.Execution;

/// <summary>Specification, section 6.4.4: errors of fields, and nulls that take their parents with them.</summary>
public sealed class ErrorTests
{
    private const string Schema = """
        type Query { root: Node  sure: Node!  list: [Node]  sureItems: [Node!]  sureList: [Node!]! }
        type Node {
          ok: Int  sync: Int  syncSure: Int!  async: Int  asyncSure: Int!  nullSure: Int!  asyncNullSure: Int!
          node: Node  nodeSure: Node!  asyncNode: Node  asyncNodeSure: Node!  nodes: [Node!]
        }
        """;

    private static readonly TestEngine Engine = new(Schema, Resolvers());

    [Theory]
    [InlineData("{ root { ok sync } }", """{"root":{"ok":1,"sync":null}}""", "sync @ root.sync")]
    [InlineData("{ root { ok async } }", """{"root":{"ok":1,"async":null}}""", "async @ root.async")]
    [InlineData("{ root { ok syncSure } }", """{"root":null}""", "sync @ root.syncSure")]
    [InlineData("{ root { ok asyncSure } }", """{"root":null}""", "async @ root.asyncSure")]
    [InlineData("{ root { nullSure } }", """{"root":null}""", "Cannot return null for non-nullable field Node.nullSure. @ root.nullSure")]
    [InlineData("{ root { x: asyncNullSure } }", """{"root":null}""", "Cannot return null for non-nullable field Node.asyncNullSure. @ root.x")]
    [InlineData("{ root { ok node { nodeSure { asyncNodeSure { syncSure } } } } }", """{"root":{"ok":1,"node":null}}""", "sync @ root.node.nodeSure.asyncNodeSure.syncSure")]
    [InlineData("{ root { asyncNode { nodeSure { asyncSure } } ok } }", """{"root":{"asyncNode":null,"ok":1}}""", "async @ root.asyncNode.nodeSure.asyncSure")]
    [InlineData("{ sure { ok } other: sure { syncSure } }", "null", "sync @ other.syncSure")]
    [InlineData("{ sure { nodeSure { asyncSure } } }", "null", "async @ sure.nodeSure.asyncSure")]
    public async Task A_null_goes_up_to_the_nearest_that_may_be_null(string text, string data, string errors)
    {
        var response = await Engine.ExecuteAsync(text);

        Assert.Equal(data, TestEngine.DataOf(response));
        Assert.Equal(errors, TestEngine.ErrorsOf(response));
    }

    [Theory]
    [InlineData("{ list { ok } }", """{"list":[{"ok":1},null,{"ok":1}]}""", "")]
    [InlineData("{ list { asyncNode { ok } } }", """{"list":[{"asyncNode":{"ok":1}},null,{"asyncNode":{"ok":1}}]}""", "")]
    [InlineData("{ list { syncSure } }", """{"list":[null,null,null]}""", "sync @ list.0.syncSure\nsync @ list.2.syncSure")]
    [InlineData("{ list { asyncSure } }", """{"list":[null,null,null]}""", "async @ list.0.asyncSure\nasync @ list.2.asyncSure")]
    [InlineData("{ sureItems { ok } }", """{"sureItems":null}""", "Cannot return null for non-nullable field Query.sureItems. @ sureItems.1")]
    [InlineData("{ sureItems { asyncNode { ok } } }", """{"sureItems":null}""", "Cannot return null for non-nullable field Query.sureItems. @ sureItems.1")]
    [InlineData("{ sureList { ok } }", "null", "Cannot return null for non-nullable field Query.sureList. @ sureList.1")]
    [InlineData("{ root { nodes { ok nodeSure { syncSure } } } }", """{"root":{"nodes":null}}""", "sync @ root.nodes.0.nodeSure.syncSure")]
    public async Task Lists_lose_an_item_or_go_with_it(string text, string data, string errors)
    {
        var response = await Engine.ExecuteAsync(text);

        Assert.Equal(data, TestEngine.DataOf(response));
        Assert.Equal(errors, TestEngine.ErrorsOf(response));
    }

    [Fact]
    public async Task All_errors_are_told_in_the_order_of_the_response()
    {
        var response = await Engine.ExecuteAsync("{ root { async x: sync node { async sync } y: async } }");

        Assert.Equal("async @ root.async\nsync @ root.x\nasync @ root.node.async\nsync @ root.node.sync\nasync @ root.y", TestEngine.ErrorsOf(response));
    }

    [Fact]
    public async Task An_error_says_where_its_fields_stand_in_the_document_and_keeps_its_code()
    {
        var response = await Engine.ExecuteAsync("{\n  root {\n    sync\n    sync\n  }\n}");

        Assert.Equal(
            """{"errors":[{"message":"sync","locations":[{"line":3,"column":5},{"line":4,"column":5}],"path":["root","sync"],"extensions":{"code":"SYNC"}}],"data":{"root":{"sync":null}}}""",
            response);
    }

    [Fact]
    public async Task Exceptions_that_are_not_for_clients_are_hidden()
    {
        var engine = new TestEngine(
            "type Query { a: Int  b: Int  c: Int }",
            new ResolverSet()
                .Add("Query", "a", FieldResolver.Of<object?, int>(_ => throw new InvalidOperationException("password=secret")))
                .Add("Query", "b", FieldResolver.Of<object?, Task<int>>(_ => Task.FromException<int>(new InvalidOperationException("password=secret"))))
                .Add("Query", "c", FieldResolver.Of<object?, Task<int>>(_ => null!)));

        var response = await engine.ExecuteAsync("{ a b c }");

        Assert.DoesNotContain("secret", response, StringComparison.Ordinal);
        Assert.Equal("Unexpected execution error @ a\nUnexpected execution error @ b\nUnexpected execution error @ c", TestEngine.ErrorsOf(response));
        Assert.Contains("UNEXPECTED_EXECUTION_ERROR", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_without_end_are_given_up()
    {
        var engine = new TestEngine(
            "type Query { list: [Int!] bad: [[Int!]] }",
            new ResolverSet()
                .Add("Query", "list", FieldResolver.Of<object?, int[]>(_ => [1]))
                .Add("Query", "bad", FieldResolver.Of<object?, IEnumerable<int?[]>>(_ => Enumerable.Repeat(new int?[] { null }, 1_001))),
            new GraphQLOptions { MaxErrors = 1_000 });

        Assert.Equal(
            """{"errors":[{"message":"The response has more than 1000 errors.","extensions":{"code":"RESPONSE_TOO_LARGE"}}]}""", await engine.ExecuteAsync("{ list bad }"));
        Assert.Equal("""{"data":{"list":[1]}}""", await engine.ExecuteAsync("{ list }"));
    }

    private static ResolverSet Resolvers()
    {
        var node = new object();
        object?[] withGap = [node, null, node];
        return new ResolverSet()
            .Add("Query", "root", FieldResolver.Of<object?, object>(_ => node))
            .Add("Query", "sure", FieldResolver.Of<object?, object>(_ => node))
            .Add("Query", "list", FieldResolver.Of<object?, object?[]>(_ => withGap))
            .Add("Query", "sureItems", FieldResolver.Of<object?, Task<object?[]>>(_ => Task.FromResult(withGap)))
            .Add("Query", "sureList", FieldResolver.Of<object?, object?[]>(_ => withGap))
            .Add("Node", "ok", FieldResolver.Of<object, int>(_ => 1))
            .Add("Node", "sync", FieldResolver.Of<object, int>(_ => throw new GraphQLException("sync", "SYNC")))
            .Add("Node", "syncSure", FieldResolver.Of<object, int>(_ => throw new GraphQLException("sync", "SYNC")))
            .Add("Node", "async", FieldResolver.Of<object, Task<int>>(_ => ThrowLaterAsync()))
            .Add("Node", "asyncSure", FieldResolver.Of<object, Task<int>>(_ => ThrowLaterAsync()))
            .Add("Node", "nullSure", FieldResolver.Of<object, int?>(_ => null))
            .Add("Node", "asyncNullSure", FieldResolver.Of<object, ValueTask<int?>>(_ => new((int?)null)))
            .Add("Node", "node", FieldResolver.Of<object, object>(parent => parent))
            .Add("Node", "nodeSure", FieldResolver.Of<object, object>(parent => parent))
            .Add("Node", "asyncNode", FieldResolver.Of<object, Task<object>>(LaterAsync))
            .Add("Node", "asyncNodeSure", FieldResolver.Of<object, Task<object>>(LaterAsync))
            .Add("Node", "nodes", FieldResolver.Of<object, List<object>>(parent => [parent, parent]));
    }

    private static async Task<int> ThrowLaterAsync()
    {
        await Task.Yield();
        throw new GraphQLException("async", "ASYNC");
    }

    private static async Task<object> LaterAsync(object value)
    {
        await Task.Yield();
        return value;
    }
}
