using GridMap.GraphQL.Execution;
using GridMap.GraphQL.Http.Sockets;
using GridMap.GraphQL.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GridMap.GraphQL.Http;

/// <summary>Registers the engine and its endpoint.</summary>
public static class GraphQLSetup
{
    private const string Section = "GraphQL";

    /// <summary>The engine over all subjects that were added, and what its endpoint may take; the section `GraphQL` of the configuration can say it too.</summary>
    public static IServiceCollection AddGraphQL(this IServiceCollection services, Action<GraphQLHttpOptions>? configure = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => Options(provider, configure));
        services.AddSingleton<GraphQLParts>();
        services.AddSingleton(provider => SubjectSchema.Build(
            provider.GetServices<GraphQLSubject>(),
            provider.GetServices<GraphQLScalar>(),
            provider.GetService<GraphQLOptions>(),
            provider.GetRequiredService<ILogger<GraphQLEngine>>()));
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

    /// <summary>Whether a request to the endpoint wants a socket, whose client says who it is when it is open.</summary>
    public static bool IsSocket(HttpRequest request) => SocketEndpoint.IsMeant(request);

    private static GraphQLHttpOptions Options(IServiceProvider provider, Action<GraphQLHttpOptions>? configure)
    {
        var options = new GraphQLHttpOptions();
        configure?.Invoke(options);
        if (provider.GetService<IConfiguration>()?.GetSection(Section) is { } section && section.Exists())
        {
            section.Bind(options, static binder => binder.ErrorOnUnknownConfiguration = true);
        }

        return options;
    }

    /// <summary>The endpoint. The engine is put together when the server has started, and the first request waits for it.</summary>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder app, string path)
    {
        // A setting that is none ends the start.
        app.ServiceProvider.GetRequiredService<GraphQLHttpOptions>();
        var lifetime = app.ServiceProvider.GetRequiredService<IHostApplicationLifetime>();
        var handlers = new LazyHandlers(app.ServiceProvider, lifetime.ApplicationStopping);
        lifetime.ApplicationStarted.Register(() => _ = handlers.BeginAsync());
        var pipeline = app.CreateApplicationBuilder();
        pipeline.UseWebSockets();
        pipeline.Run(handlers.AnswerAsync);
        return app.Map(path, pipeline.Build());
    }
}
