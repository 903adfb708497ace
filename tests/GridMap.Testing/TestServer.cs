using System.Net;
using GridMap.Platform.Database;
using GridMap.Platform.Live;
using GridMap.Server.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GridMap.Testing;

/// <summary>The real server in this process, on a free loopback port, over a given database.</summary>
public sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly NpgsqlDataSource _database;

    private TestServer(WebApplication app, NpgsqlDataSource database)
    {
        _app = app;
        _database = database;
        Address = new Uri(app.Urls.Single());
        Client = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>`adjust` runs after every part has registered itself, for a clock or a limit of the test's own.</summary>
    public static async Task<TestServer> StartAsync(TestDatabase database, Action<IServiceCollection>? adjust = null, string webFolder = "no-web")
    {
        var dataSource = DatabaseSetup.Open(database.ConnectionString);
        var app = ServeCommand.Build(new ServeSettings(dataSource, IPAddress.Loopback, Port: 0, webFolder), adjust);
        await app.StartAsync();
        // What was made before the change log is followed is forgotten then, in the middle of a test.
        await Task.WhenAny(app.Services.GetRequiredService<LiveFeed>().Started, Task.Delay(TimeSpan.FromSeconds(2)));
        return new TestServer(app, dataSource);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }
}
