using System.Net.Http.Json;
using GridMap.Core.Access;
using GridMap.Platform.Access;
using GridMap.Server.Tests.Live;
using GridMap.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GridMap.Server.Tests.Access;

/// <summary>A district with a server whose clock the test moves, and one account with a password.</summary>
public sealed class AccessDistrict : IAsyncDisposable
{
    public const string Login = "zhang";
    public const string Password = "a long enough one";

    private AccessDistrict(LiveDistrict district, TestServer server, MovedClock clock) => (District, Server, Clock) = (district, server, clock);

    public LiveDistrict District { get; }

    public TestServer Server { get; }

    public MovedClock Clock { get; }

    /// <summary>A client that nobody knows.</summary>
    public HttpClient Nobody => Server.Connect(null);

    public static async Task<AccessDistrict> StartAsync(Func<AccessOptions, AccessOptions>? adjust = null, bool hasKnownPassword = false)
    {
        var district = await LiveDistrict.CreateAsync();
        var clock = new MovedClock();
        var options = (adjust ?? (same => same))(new AccessOptions { IsLoopbackOnly = true });
        var server = await district.StartServerAsync(services => services.Replace(ServiceDescriptor.Singleton(options)).AddSingleton<TimeProvider>(clock));
        var account = new NewAccount(Login, "张三", Password, [new RoleInArea(Role.Viewer, null)], hasKnownPassword);
        Assert.Null(await server.Services.GetRequiredService<AddAccount>().RunAsync(account, "test", CancellationToken.None));
        return new AccessDistrict(district, server, clock);
    }

    public static Task<HttpResponseMessage> SignInAsync(HttpClient client, string login = Login, string password = Password) =>
        client.PostAsJsonAsync("/api/session", new { login, password });

    /// <summary>A client with the cookie of an answer to a sign-in.</summary>
    public HttpClient With(HttpResponseMessage signedIn) => Server.Connect(KeyOf(signedIn));

    public static string KeyOf(HttpResponseMessage signedIn) => signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0].Split('=', 2)[1];

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await District.DisposeAsync();
    }
}

/// <summary>The real clock, set forward by a test; its stopwatch too.</summary>
public sealed class MovedClock : TimeProvider
{
    private TimeSpan _ahead;

    public void Advance(TimeSpan by) => _ahead += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

    public override long GetTimestamp() => base.GetTimestamp() + (long)(_ahead.TotalSeconds * TimestampFrequency);
}
