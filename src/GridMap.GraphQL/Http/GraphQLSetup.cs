using GridMap.GraphQL.Execution;
using GridMap.GraphQL.Http.Sockets;
using GridMap.GraphQL.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace GridMap.GraphQL.Http;

/// <summary>Registers the engine and its endpoint.</summary>
public static class GraphQLSetup
{
    /// <summary>The engine over all subjects that were added, and what its endpoint may take.</summary>
    public static IServiceCollection AddGraphQL(this IServiceCollection services, Action<GraphQLHttpOptions>? configure = null)
    {
        var options = new GraphQLHttpOptions();
        configure?.Invoke(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<GraphQLParts>();
        services.AddSingleton(provider => SubjectSchema.Build(
            provider.GetServices<GraphQLSubject>(), provider.GetServices<GraphQLScalar>(), provider.GetService<GraphQLOptions>()));
        return services;
    }

    /// <summary>
    /// Adds what one subject gives the schema: the SDL embedded from the folder of this resolver class, and the resolver classes of its namespace.
    /// </summary>
    public static IServiceCollection AddGraphQLSubject(this IServiceCollection services, Type resolverClass) =>
        services.AddGraphQLSubject(GraphQLSubject.Around(resolverClass));

    public static IServiceCollection AddGraphQLSubject(this IServiceCollection services, GraphQLSubject subject) => services.AddSingleton(subject);

    /// <summary>How the values of a scalar that some SDL defines come in and go out.</summary>
    public static IServiceCollection AddGraphQLScalar(this IServiceCollection services, string name, ScalarCoercion coercion) =>
        services.AddSingleton(new GraphQLScalar(name, coercion));

    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder app, string path)
    {
        var parts = app.ServiceProvider.GetRequiredService<GraphQLParts>();
        var stopping = app.ServiceProvider.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var (calls, sockets) = (new GraphQLEndpoint(parts), new SocketEndpoint(parts));
        var pipeline = app.CreateApplicationBuilder();
        pipeline.UseWebSockets();
        pipeline.Run(http => SocketEndpoint.IsMeant(http.Request) ? sockets.AnswerAsync(http, stopping) : calls.AnswerAsync(http));
        return app.Map(path, pipeline.Build());
    }
}
