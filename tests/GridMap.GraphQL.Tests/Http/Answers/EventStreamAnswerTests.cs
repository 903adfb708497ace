namespace GridMap.GraphQL.Tests.Http.Answers;

/// <summary>GraphQL over server-sent events, one connection for each operation.</summary>
public sealed class EventStreamAnswerTests : IAsyncLifetime
{
    private TestApi _api = null!;

    public async Task InitializeAsync() => _api = await TestApi.StartAsync();

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Theory]
    [InlineData("subscription { count(to: 2) }", """next {"data":{"count":1}}|next {"data":{"count":2}}|complete""")]
    [InlineData("{ greeting }", """next {"data":{"greeting":"hello world"}}|complete""")]
    public async Task Each_result_is_an_event_and_then_it_is_complete(string query, string events) =>
        Assert.Equal(events, await EventsAsync(query));

    [Theory]
    [InlineData("{ nothing }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("subscription { refused }", "NOT_YOU")]
    [InlineData("subscription { fails }", "NO_MORE")]
    [InlineData("subscription { breaks }", "Unexpected execution error")]
    public async Task Errors_are_an_event_too_and_end_the_stream(string query, string told)
    {
        var events = await EventsAsync(query);
        Assert.Contains(told, events, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", events, StringComparison.Ordinal);
        Assert.EndsWith("|complete", events, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/graphql-response+json, application/json, text/event-stream", "text/event-stream")]
    [InlineData("application/json, text/event-stream;q=0", "application/json; charset=utf-8")]
    [InlineData("*/*", "application/graphql-response+json; charset=utf-8")]
    public async Task A_subscription_is_streamed_to_who_names_streams_among_others(string accept, string contentType) =>
        Assert.Equal(contentType, (await _api.PostAsync("""{"query":"subscription { count(to: 1) }"}""", accept: accept)).ContentType);

    [Fact]
    public async Task A_silent_stream_is_kept_open_by_comments()
    {
        await using var api = await TestApi.StartAsync(options => options.HeartbeatInterval = TimeSpan.FromMilliseconds(10));
        using var stream = await api.StreamAsync("subscription { endless }");
        var comments = 0;
        while (comments < 4)
        {
            comments += await stream.ReadLineAsync() == ":" ? 1 : 0;
        }

        Assert.Equal(4, comments);
    }

    [Fact]
    public async Task A_client_that_leaves_ends_its_source()
    {
        var before = TestSchema.Ended;
        using (var stream = await _api.StreamAsync("subscription { endless }"))
        {
            await stream.ReadLineAsync();
        }

        await Until.TrueAsync(() => TestSchema.Ended > before);
    }

    [Fact]
    public async Task A_server_that_stops_does_not_wait_for_streams_and_does_not_call_them_complete()
    {
        using var stream = await _api.StreamAsync("subscription { endless }");
        var stopping = _api.StopAsync();
        var rest = await stream.ReadToEndAsync();
        await stopping.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.DoesNotContain("complete", rest, StringComparison.Ordinal);
        Assert.Empty(_api.Faults.Entries);
    }

    /// <summary>`event data`, one after another.</summary>
    private async Task<string> EventsAsync(string query)
    {
        using var stream = await _api.StreamAsync(query);
        var text = await stream.ReadToEndAsync();
        return string.Join('|', text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Where(part => part != ":")
            .Select(part => part.Replace("event: ", "", StringComparison.Ordinal).Replace("\ndata: ", " ", StringComparison.Ordinal).Replace("\ndata:", "", StringComparison.Ordinal)));
    }
}
