using System.Net;
using GridMap.Core.Access;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using GridMap.Platform.Live;
using GridMap.Server.Alarms;
using GridMap.Server.Commands;
using GridMap.Server.Coverage;
using GridMap.Server.Patrols;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GridMap.Testing;

/// <summary>The real server in this process, on a free loopback port, over a given database.</summary>
public sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly NpgsqlDataSource _database;
    private readonly List<HttpClient> _clients = [];

    private TestServer(WebApplication app, NpgsqlDataSource database)
    {
        _app = app;
        _database = database;
        Address = new Uri(app.Urls.Single());
    }

    public Uri Address { get; }

    /// <summary>Signed in as an administrator of the whole place.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>What <see cref="Client"/> is known by.</summary>
    public Credential Credential { get; private set; }

    public IServiceProvider Services => _app.Services;

    /// <summary>`adjust` runs after every part has registered itself, for a clock or a limit of the test's own.</summary>
    public static async Task<TestServer> StartAsync(TestDatabase database, Action<IServiceCollection>? adjust = null, string webFolder = "no-web")
    {
        var dataSource = DatabaseSetup.Open(database.ConnectionString);
        var app = ServeCommand.Build(new ServeSettings(dataSource, IPAddress.Loopback, Port: 0, webFolder), services =>
        {
            // Alarms would be raised in the middle of tests about something else.
            services.AddSingleton(new AlarmOptions { Watches = false });
            services.AddSingleton(new PresenceOptions { Watches = false });
            // Statements would be sent in the middle of tests that count them.
            services.AddSingleton(new CoverageOptions { ReadsAtStart = false });
            adjust?.Invoke(services);
        });
        await app.StartAsync();
        // What was made before the change log is followed is forgotten then, in the middle of a test.
        await Task.WhenAny(app.Services.GetRequiredService<LiveFeed>().Started, Task.Delay(TimeSpan.FromSeconds(2)));
        var server = new TestServer(app, dataSource);
        var key = await server.OpenSessionAsync(new RoleInArea(Role.Administrator, null));
        server.Client = server.Connect(key);
        server.Credential = new Credential(CredentialKind.Session, SecretKey.HashOf(key));
        return server;
    }

    /// <summary>A client signed in with a role, in an area by its code or in the whole place.</summary>
    public async Task<HttpClient> SignInAsync(Role role, string? areaCode = null) =>
        Connect(await OpenSessionAsync(new RoleInArea(role, areaCode)));

    /// <summary>The key of a session with these roles.</summary>
    public Task<string> OpenSessionAsync(params IReadOnlyList<RoleInArea> roles) =>
        SignIns.OpenAsync(_database, Services.GetRequiredService<TimeProvider>(), roles);

    /// <summary>A client with the key of a session in its cookie; without one, a client that nobody knows.</summary>
    public HttpClient Connect(string? sessionKey)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Add(Admission.RequestHeader, "1");
        if (sessionKey is not null)
        {
            client.DefaultRequestHeaders.Add("Cookie", SignIns.CookieOf(sessionKey));
        }

        _clients.Add(client);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }
}
