namespace GridMap.GraphQL.Tests.Reference.Http;

/// <summary>npm graphql-ws, as an integrator would use it: subscribing, resuming, and every code that a socket is closed with.</summary>
public sealed class SocketClientTests(CountingServer server) : IClassFixture<CountingServer>
{
    private const string Counting = "subscription ($after: Int, $to: Int!) { count(after: $after, to: $to) }";

    private static readonly Dictionary<string, string> Expected = new()
    {
        ["subscription counts to its end"] = "[1,2,3,4]",
        ["subscription resumes behind a cursor"] = "[3,4]",
        ["client goes on after its connection is cut"] = "[1,2,3,4,5,6]",
        ["two subscriptions on one socket"] = "[[1,2,3],[6,7]]",
        ["client leaves in the middle and the socket lives on"] = "[[0,1],[1]]",
        ["query over the socket"] = "[\"Query\"]",
        ["document that does not hold"] = "{\"failed\":[\"Cannot query field \\\"nowhere\\\" on type \\\"Query\\\".\"]}",
        ["document that is not GraphQL"] = "{\"failed\":[\"Syntax Error: Expected Name, found <EOF>.\"]}",
        ["variable that does not fit"] = "{\"failed\":[\"Variable \\\"$to\\\" got invalid value \\\"many\\\"; Int cannot represent non-integer value: \\\"many\\\"\"]}",
        ["client with pings"] = "[1,2,3,4]",
        ["connection refused"] = "{\"failed\":4403}",
        ["4400 text that is not JSON"] = "4400",
        ["4400 message without a type"] = "4400",
        ["4400 message of a type unknown"] = "4400",
        ["4400 subscription without an id"] = "4400",
        ["4400 subscription without a query"] = "4400",
        ["4400 binary message"] = "4400",
        ["4401 subscription before the acknowledgement"] = "4401",
        ["4403 connection refused"] = "4403",
        ["4406 no subprotocol"] = "4406",
        ["4408 no connection_init in time"] = "4408",
        ["4409 same id twice"] = "4409",
        ["4429 connection_init twice"] = "4429",
        ["1009 message too big"] = "1009",
    };

    [Fact]
    public async Task The_client_gets_every_event_and_every_close_code()
    {
        var address = new UriBuilder(server.Address) { Scheme = "ws" }.Uri.ToString();
        var outcomes = await NodeScript.RunAsync("sockets.mjs", address, Counting);
        var actual = outcomes.ToDictionary(outcome => outcome.GetProperty("scenario").GetString()!, outcome => outcome.GetProperty("outcome").GetRawText());
        Assert.Equal(Expected.Keys.Order(), actual.Keys.Order());
        Assert.All(Expected, each => Assert.Equal($"{each.Key}: {each.Value}", $"{each.Key}: {actual[each.Key]}"));
    }
}
