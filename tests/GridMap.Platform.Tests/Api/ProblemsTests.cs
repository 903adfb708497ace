using System.Net;
using System.Text.Json;
using GridMap.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GridMap.Platform.Tests.Api;

public sealed class ProblemsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Theory]
    [InlineData("/thrown", HttpStatusCode.InternalServerError, "FAULT")]
    [InlineData("/unreachable", HttpStatusCode.ServiceUnavailable, "DATABASE_UNREACHABLE")]
    [InlineData("/fatal", HttpStatusCode.ServiceUnavailable, "DATABASE_UNREACHABLE")]
    [InlineData("/full", (HttpStatusCode)507, "DISK_FULL")]
    [InlineData("/malformed", HttpStatusCode.BadRequest, "REQUEST_MALFORMED")]
    public async Task What_is_thrown_below_becomes_a_problem_at_the_edge_without_its_story(string path, HttpStatusCode status, string code)
    {
        await using var server = await TestServer.StartAsync(database, services => services.AddSingleton<IStartupFilter, Thrower>());
        var answer = await server.Client.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(code, JsonDocument.Parse(text).RootElement.GetProperty("code").GetString());
        Assert.DoesNotContain("the inside story", text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.Contains("default-src 'self'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(status == HttpStatusCode.ServiceUnavailable, answer.Headers.RetryAfter is not null);
    }

    [Fact]
    public async Task A_wrong_method_is_a_problem_too()
    {
        await using var server = await TestServer.StartAsync(database);
        var answer = await server.Client.DeleteAsync("/tiles");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Contains("METHOD_NOT_ALLOWED", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>Throws what a broken part could throw, below the real edge.</summary>
    private sealed class Thrower : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            app.Use((HttpContext http, RequestDelegate _) => throw (http.Request.Path.Value switch
            {
                "/unreachable" => new NpgsqlException("the inside story", new IOException()),
                "/fatal" => new PostgresException("the inside story", "FATAL", "FATAL", PostgresErrorCodes.InternalError),
                "/full" => new PostgresException("the inside story", "ERROR", "ERROR", PostgresErrorCodes.DiskFull),
                "/malformed" => new BadHttpRequestException("the inside story"),
                _ => new InvalidOperationException("the inside story"),
            }));
        };
    }
}
