using System.Net;
using System.Text.Json;
using GridMap.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GridMap.Server.Tests;

/// <summary>A real server over the small district of SmallDistrict.sql, at ten o'clock on a Wednesday in Shanghai. Its tests only read.</summary>
public sealed class SmallDistrict : IAsyncLifetime, IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 6, 3, 10, 0, 0, TimeSpan.FromHours(8));

    private readonly TestDatabase _database = new();
    private TestServer? _server;

    public TestServer Server => _server ?? throw new InvalidOperationException("The server has not been started yet.");

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        var seed = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "SmallDistrict.sql"));
        await using var command = _database.DataSource.CreateCommand(seed);
        await command.ExecuteNonQueryAsync();
        _server = await TestServer.StartAsync(_database, services => services.AddSingleton<TimeProvider>(new StoppedClock()));
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>The body of a 200.</summary>
    public async Task<JsonElement> ReadAsync(string address)
    {
        var answer = await Server.Client.GetAsync(address);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {(int)answer.StatusCode} {body}");
        return JsonDocument.Parse(body).RootElement;
    }

    /// <summary>The code of a refusal, which must be problem+json with this status and a remedy in both languages.</summary>
    public async Task<string> RefusalAsync(HttpStatusCode expected, string address)
    {
        var answer = await Server.Client.GetAsync(address);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{address}: {(int)answer.StatusCode} {body}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(body).RootElement;
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        Assert.NotEmpty(problem.GetProperty("detailZh").GetString()!);
        return problem.GetProperty("code").GetString()!;
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
    }
}

/// <summary>The tests that share one small district.</summary>
[CollectionDefinition(nameof(SmallDistrict))]
public sealed class SmallDistrictTests : ICollectionFixture<SmallDistrict>;
