using System.Net;
using System.Text.Json;
using GridMap.Districts.Dictionaries;
using GridMap.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GridMap.Server.Tests.Live;

/// <summary>A database of its own with the district of LiveDistrict.sql, and servers over it that can be started and stopped.</summary>
public sealed class LiveDistrict : IAsyncDisposable
{
    private LiveDistrict(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public static async Task<LiveDistrict> CreateAsync()
    {
        var database = await TestDatabase.CreateAsync();
        await using var connection = await database.DataSource.OpenConnectionAsync();
        await WriteDictionaries.RunAsync(connection, CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Live", "LiveDistrict.sql"));
        await command.ExecuteNonQueryAsync();
        return new LiveDistrict(database);
    }

    /// <summary>A server that is ready: it follows the log and knows who is on duty.</summary>
    public async Task<TestServer> StartServerAsync(Action<IServiceCollection>? adjust = null)
    {
        var server = await TestServer.StartAsync(Database, adjust);
        while ((await server.Client.GetAsync("/health/ready")).StatusCode != HttpStatusCode.OK)
        {
            await Task.Delay(20);
        }

        return server;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Database.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> ReadAsync<T>(string sql)
    {
        await using var command = Database.DataSource.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Reports an incident through Open311 and answers its number.</summary>
    public static Task<string> ReportAsync(TestServer server, string description, string? key = null) => ReportAsync(server.Client, description, key);

    public static async Task<string> ReportAsync(HttpClient client, string description, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/open311/v2/requests.json") { Content = Form(description) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using var answer = await client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.Created, $"{(int)answer.StatusCode} {body}");
        return JsonDocument.Parse(body).RootElement[0].GetProperty("service_request_id").GetString()!;
    }

    public static FormUrlEncodedContent Form(string description) => new(new Dictionary<string, string>
    {
        ["service_code"] = "20102",
        ["lat"] = "40.005",
        ["long"] = "113.005",
        ["description"] = description,
    });

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
