using System.Net;
using System.Text.Json;
using GridMap.Testing;

namespace GridMap.Server.Tests;

public sealed class ServerTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_started_server_is_live_and_ready()
    {
        await using var server = await TestServer.StartAsync(database);
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync("/health/ready")).StatusCode);
    }

    [Fact]
    public async Task A_server_whose_database_lacks_a_migration_is_live_but_not_ready()
    {
        await using var behind = await TestDatabase.CreateAsync();
        await using var command = behind.DataSource.CreateCommand("DELETE FROM schema_migration WHERE version = (SELECT max(version) FROM schema_migration)");
        await command.ExecuteNonQueryAsync();
        await using var server = await TestServer.StartAsync(behind);
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync("/health/live")).StatusCode);
        var ready = await server.Client.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("gridmap migrate", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_whose_database_answers_nothing_says_so_soon()
    {
        await using var held = await TestDatabase.CreateAsync();
        await using var server = await TestServer.StartAsync(held);
        await using var connection = await held.DataSource.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "LOCK TABLE schema_migration IN ACCESS EXCLUSIVE MODE";
        await command.ExecuteNonQueryAsync();
        // Far less than a command's own patience of 30 s.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await server.Client.GetAsync("/health/ready", patience.Token)).StatusCode);
    }

    [Fact]
    public async Task An_unknown_address_is_a_problem_with_a_code_and_both_languages()
    {
        await using var server = await TestServer.StartAsync(database);
        var answer = await server.Client.GetAsync("/api/no-such-thing");
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("ROUTE_UNKNOWN", problem.GetProperty("code").GetString());
        Assert.NotEmpty(problem.GetProperty("detailZh").GetString()!);
        Assert.NotEmpty(problem.GetProperty("traceId").GetString()!);
    }
}
