using System.Runtime.CompilerServices;
using GridMap.GraphQL.Execution;
using GridMap.GraphQL.Http;
using GridMap.GraphQL.Http.Sockets;
using GridMap.GraphQL.Language;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GridMap.GraphQL.Tests.Reference.Http;

/// <summary>A server on a port of its own whose subscriptions count; it refuses sockets that ask to be refused.</summary>
public sealed class CountingServer : IAsyncLifetime
{
    private const string Schema = "type Query { greeting: String! } type Subscription { count(after: Int = 0, to: Int!): Int! endless: Int! }";

    private readonly WebApplication _app;

    public CountingServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddGraphQLSubject(new GraphQLSubject { Sources = [new Source(Schema)], ResolverClasses = [typeof(Query), typeof(Subscription)] });
        builder.Services.AddGraphQL(options =>
        {
            options.Sockets = new SocketLimits { InitialisationTimeout = TimeSpan.FromSeconds(2) };
            options.DecideConnection = (_, payload, _) => ValueTask.FromResult(
                payload.ValueKind == System.Text.Json.JsonValueKind.Object && payload.TryGetProperty("refuse", out _) ? ConnectionDecision.Refuse : ConnectionDecision.Allow);
        });
        _app = builder.Build();
        _app.MapGraphQL("/graphql");
    }

    public Uri Address => new($"{_app.Urls.First()}/graphql");

    public Task InitializeAsync() => _app.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [QueryType]
    public static class Query
    {
        public static string Greeting() => "hello";
    }

    [SubscriptionType]
    public static class Subscription
    {
        public static async IAsyncEnumerable<int> Count(int after, int to, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            for (var number = after + 1; number <= to; number++)
            {
                await Task.Delay(1, cancellationToken);
                yield return number;
            }
        }

        public static async IAsyncEnumerable<int> Endless([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            for (var number = 0; ; number++)
            {
                await Task.Delay(5, cancellationToken);
                yield return number;
            }
        }
    }
}
