using GridMap.Core.Access;
using GridMap.Platform.Access;

namespace GridMap.Server.Network;

/// <summary>`/api/network`: the walking network as newline-delimited JSON.</summary>
public static class NetworkEndpoints
{
    public static IServiceCollection AddNetwork(this IServiceCollection services) => services.AddSingleton<ReadNetwork>();

    public static IEndpointRouteBuilder MapNetwork(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/network", WriteAsync).Needs(Permission.SeeMap);
        return app;
    }

    private static async Task WriteAsync(ReadNetwork network, HttpContext http)
    {
        http.Response.ContentType = "application/x-ndjson";
        await using var writer = new StreamWriter(http.Response.Body);
        await foreach (var edge in network.RunAsync(http.RequestAborted))
        {
            await writer.WriteAsync(edge);
            await writer.WriteAsync('\n');
        }
    }
}
