using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GridMap.Benchmarks.Live;

/// <summary>A peer: SignalR as its introduction has it, `Clients.All` for each update.</summary>
public sealed class NaiveHub : Hub
{
    public static async Task RunAsync(int port, int patrols)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSignalR();
        await using var app = builder.Build();
        app.Urls.Add($"http://127.0.0.1:{port}");
        app.MapHub<NaiveHub>("/hub");
        app.MapGet("/", () => "ready");
        await app.StartAsync();
        var clients = app.Services.GetRequiredService<IHubContext<NaiveHub>>().Clients;
        for (var turn = 0; !app.Lifetime.ApplicationStopping.IsCancellationRequested; turn++)
        {
            var id = turn % patrols + 1;
            await clients.All.SendAsync("position", new
            {
                id,
                longitude = 113 + id % 200 * 0.002,
                latitude = 40 + id / 200 * 0.002,
                at = DateTimeOffset.UtcNow,
                bearing = 90,
                speed = 1.25,
            });
        }
    }
}
