using System.Net;
using GridMap.Server.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace GridMap.Testing;

/// <summary>The real server in this process, on a free loopback port, over a given database.</summary>
public sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestServer(WebApplication app)
    {
        _app = app;
        Address = new Uri(app.Urls.Single());
        Client = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>`adjust` runs after every part has registered itself, for a clock or a limit of the test's own.</summary>
    public static async Task<TestServer> StartAsync(TestDatabase database, Action<IServiceCollection>? adjust = null, string webFolder = "no-web")
    {
        var app = ServeCommand.Build(new ServeSettings(database.ConnectionString, IPAddress.Loopback, Port: 0, webFolder), adjust);
        await app.StartAsync();
        return new TestServer(app);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
