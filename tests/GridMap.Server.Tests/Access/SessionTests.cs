using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using GridMap.Core.Access;
using GridMap.Platform.Access;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GridMap.Server.Tests.Access;

public sealed class SessionTests : IAsyncLifetime
{
    private AccessDistrict _district = null!;

    public async Task InitializeAsync() => _district = await AccessDistrict.StartAsync();

    public async Task DisposeAsync() => await _district.DisposeAsync();

    [Fact]
    public async Task Every_address_needs_a_sign_in_but_those_that_are_named_here()
    {
        string[] open = ["/health/live", "/health/ready", "/api/place", "/api/session", "/tiles", "/tiles/grids.json", "/tiles/style.json", "/open311/v2/discovery.json"];
        foreach (var path in open)
        {
            Assert.NotEqual(HttpStatusCode.Unauthorized, (await _district.Nobody.GetAsync(path)).StatusCode);
        }

        string[] closed =
        [
            "/graphql?query={place{name}}", "/api/incident-classes", "/api/patrols/on-duty", "/api/patrols/playbacks/1/0",
            "/api/network", "/api/sessions", "/hubs/live", "/tiles/patrol_points/14/1/1.mvt",
        ];
        foreach (var path in closed)
        {
            Assert.Equal("SIGN_IN_REQUIRED", await RefusalAsync(HttpStatusCode.Unauthorized, await _district.Nobody.GetAsync(path)));
        }

        var negotiated = await _district.Nobody.PostAsync("/hubs/live/negotiate?negotiateVersion=1", null);
        Assert.Equal("SIGN_IN_REQUIRED", await RefusalAsync(HttpStatusCode.Unauthorized, negotiated));
    }

    [Fact]
    public void Every_route_of_the_server_says_who_may_call_it()
    {
        var routes = _district.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        Assert.True(routes.Count > 30);
        Assert.Empty(routes.Where(route => route.Metadata.GetMetadata<AccessRequirement>() is null).Select(route => route.RoutePattern.RawText));
    }

    [Theory]
    [InlineData("forged-cookie", "SIGN_IN_REQUIRED")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "SESSION_ENDED")]
    [InlineData("%00%ff' OR true --", "SIGN_IN_REQUIRED")]
    public async Task A_forged_cookie_opens_nothing(string cookie, string code)
    {
        var client = _district.Server.Connect(cookie);
        Assert.Equal(code, await RefusalAsync(HttpStatusCode.Unauthorized, await client.GetAsync("/api/incident-classes")));
    }

    [Fact]
    public async Task Who_signs_out_is_out_at_once()
    {
        var client = await SignInAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync("/api/session")).StatusCode);
        Assert.Equal("SESSION_ENDED", await RefusalAsync(HttpStatusCode.Unauthorized, await client.GetAsync("/api/incident-classes")));
        Assert.Equal(JsonValueKind.Null, (await client.GetFromJsonAsync<JsonElement>("/api/session")).GetProperty("profile").ValueKind);
    }

    [Fact]
    public async Task A_session_that_is_revoked_elsewhere_ends_within_the_time_of_trust()
    {
        var client = await SignInAsync();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/incident-classes")).StatusCode);
        await _district.District.ExecuteAsync("UPDATE session SET revoked_at = now()");
        _district.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("SESSION_ENDED", await RefusalAsync(HttpStatusCode.Unauthorized, await client.GetAsync("/api/incident-classes")));
    }

    [Fact]
    public async Task A_session_ends_when_it_is_idle_and_after_a_long_shift_even_when_it_is_not()
    {
        var idle = await SignInAsync();
        var busy = await SignInAsync();
        for (var hour = 1; hour <= 13; hour++)
        {
            _district.Clock.Advance(TimeSpan.FromHours(1));
            Assert.Equal(HttpStatusCode.OK, (await busy.GetAsync("/api/incident-classes")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await idle.GetAsync("/api/incident-classes")).StatusCode);
        _district.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await busy.GetAsync("/api/incident-classes")).StatusCode);
    }

    [Fact]
    public async Task A_wall_stays_signed_in_overnight()
    {
        var wall = await _district.Server.SignInAsync(Role.Wall);
        _district.Clock.Advance(TimeSpan.FromDays(20));
        Assert.Equal(HttpStatusCode.OK, (await wall.GetAsync("/api/incident-classes")).StatusCode);
        _district.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(HttpStatusCode.Unauthorized, (await wall.GetAsync("/api/incident-classes")).StatusCode);
    }

    [Fact]
    public async Task The_browser_of_a_wall_keeps_its_key_for_as_long_as_it_asks_and_nobody_elses_does()
    {
        var wall = await _district.Server.SignInAsync(Role.Wall);
        for (var month = 0; month < 3; month++)
        {
            _district.Clock.Advance(TimeSpan.FromDays(20));
            var asked = await wall.GetAsync("/api/session");
            Assert.True((await asked.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("profile").GetProperty("isWall").GetBoolean());
            var cookie = asked.Headers.GetValues("Set-Cookie").Single();
            Assert.Contains($"max-age={(int)TimeSpan.FromDays(30).TotalSeconds}", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            wall = _district.With(asked);
        }

        var person = await (await SignInAsync()).GetAsync("/api/session");
        Assert.False(person.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_wall_is_out_as_soon_as_its_account_is_disabled_and_both_are_in_the_audit_trail()
    {
        const string Hall = "wall-hall";
        var account = new NewAccount(Hall, "大厅", AccessDistrict.Password, [new RoleInArea(Role.Wall, null)]);
        Assert.Null(await _district.Server.Services.GetRequiredService<AddAccount>().RunAsync(account, "test", CancellationToken.None));
        var wall = _district.With(await AccessDistrict.SignInAsync(_district.Nobody, Hall));
        Assert.Equal(HttpStatusCode.OK, (await wall.GetAsync("/api/incident-classes")).StatusCode);
        Assert.Null(await _district.Server.Services.GetRequiredService<DisableAccount>().RunAsync(Hall, isDisabled: true, "test", CancellationToken.None));
        _district.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("SESSION_ENDED", await RefusalAsync(HttpStatusCode.Unauthorized, await wall.GetAsync("/api/incident-classes")));
        Assert.Equal(2L, await _district.District.ReadAsync<long>(
            $"SELECT count(*) FROM audit WHERE (action = 'sign_in' AND actor = '{Hall}') OR (action = 'account.disabled' AND subject = '{Hall}')"));
    }

    [Fact]
    public async Task A_session_without_an_end_stays_a_walls_whatever_its_account_becomes()
    {
        var wall = await _district.Server.SignInAsync(Role.Wall);
        var changes = "mutation { removeCoverageScenario(input: { id: \"0\" }) { refusal { code } } }";
        await _district.District.ExecuteAsync("INSERT INTO account_role (account_id, role) SELECT account_id, 'administrator' FROM account_role WHERE role = 'wall'");
        _district.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(HttpStatusCode.OK, (await wall.GetAsync("/api/incident-classes")).StatusCode);
        Assert.Equal("NOT_ALLOWED", await wall.ErrorCodeAsync(changes));
    }

    [Fact]
    public async Task A_page_of_a_foreign_site_gets_nothing_with_the_cookie_and_changes_nothing()
    {
        var client = await SignInAsync();
        client.DefaultRequestHeaders.Add("Origin", "https://elsewhere.example");
        Assert.Equal("ORIGIN_FOREIGN", await RefusalAsync(HttpStatusCode.Forbidden, await client.GetAsync("/api/incident-classes")));
        var own = await SignInAsync();
        own.DefaultRequestHeaders.Remove(Admission.RequestHeader);
        Assert.Equal("REQUEST_HEADER_MISSING", await RefusalAsync(HttpStatusCode.Forbidden, await own.DeleteAsync("/api/session")));
    }

    [Fact]
    public async Task What_a_page_asks_in_the_name_of_one_account_is_not_done_in_the_name_of_another()
    {
        var client = await SignInAsync();
        client.DefaultRequestHeaders.Add(Admission.AccountHeader, Uri.EscapeDataString("张三"));
        Assert.Equal("ACCOUNT_CHANGED", await RefusalAsync(HttpStatusCode.Conflict, await client.GetAsync("/api/sessions")));
        Assert.Equal("ACCOUNT_CHANGED", await RefusalAsync(HttpStatusCode.Conflict, await client.DeleteAsync("/api/session")));
        client.DefaultRequestHeaders.Remove(Admission.AccountHeader);
        client.DefaultRequestHeaders.Add(Admission.AccountHeader, AccessDistrict.Login);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/sessions")).StatusCode);
    }

    [Fact]
    public async Task Who_signs_in_over_a_session_ends_it()
    {
        var before = await SignInAsync();
        var after = _district.With(await AccessDistrict.SignInAsync(before));
        Assert.Equal(HttpStatusCode.Unauthorized, (await before.GetAsync("/api/sessions")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await after.GetAsync("/api/sessions")).StatusCode);
    }

    [Fact]
    public async Task Where_else_one_is_signed_in_is_seen_and_ended_but_only_by_oneself()
    {
        var here = await SignInAsync();
        var there = await SignInAsync();
        var sessions = (await here.GetFromJsonAsync<JsonElement>("/api/sessions")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(2, sessions.Count);
        var other = sessions.Single(session => !session.GetProperty("isThis").GetBoolean()).GetProperty("id").GetString();
        Assert.Equal("SESSION_UNKNOWN", await RefusalAsync(HttpStatusCode.NotFound, await _district.Server.Client.DeleteAsync($"/api/sessions/{other}")));
        Assert.Equal(HttpStatusCode.NoContent, (await here.DeleteAsync($"/api/sessions/{other}")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await there.GetAsync("/api/sessions")).StatusCode);
        Assert.Equal("SESSION_UNKNOWN", await RefusalAsync(HttpStatusCode.NotFound, await here.DeleteAsync("/api/sessions/not-an-id")));
    }

    [Fact]
    public async Task A_token_does_what_its_scopes_say_until_it_is_revoked()
    {
        var access = _district.Server.Services;
        var key = (await access.GetRequiredService<AddServiceToken>().RunAsync(
            new NewServiceToken("counter", ["incident.read"], null, TimeSpan.FromDays(1), Replaces: false), "test", CancellationToken.None)).Value;
        var client = _district.Nobody;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        client.DefaultRequestHeaders.Remove(Admission.RequestHeader);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/graphql?query={incidents{totalCount}}")).StatusCode);
        Assert.Equal("NOT_ALLOWED", await RefusalAsync(HttpStatusCode.Forbidden, await client.GetAsync("/api/patrols/on-duty")));
        Assert.Null(await access.GetRequiredService<RevokeServiceToken>().RunAsync("counter", "test", CancellationToken.None));
        _district.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("TOKEN_UNKNOWN", await RefusalAsync(HttpStatusCode.Unauthorized, await client.GetAsync("/graphql?query={incidents{totalCount}}")));
        Assert.Equal("TOKEN_UNKNOWN", await RefusalAsync(HttpStatusCode.Unauthorized, await client.GetAsync("/tiles/grids/10/1/1.mvt")));
    }

    [Theory]
    [InlineData("Bearer gm_short")]
    [InlineData("Bearer")]
    [InlineData("Basic emhhbmc6eA==")]
    public async Task What_is_no_token_opens_nothing_even_with_a_good_cookie(string authorization)
    {
        var client = await SignInAsync();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
        await RefusalAsync(HttpStatusCode.Unauthorized, await client.GetAsync("/api/incident-classes"));
    }

    [Fact]
    public async Task The_audit_trail_is_only_added_to_and_says_when_it_was_not()
    {
        await SignInAsync();
        await SignInAsync();
        var database = _district.District.Database.DataSource;
        Assert.Null((await VerifyAudit.RunAsync(database, CancellationToken.None)).FirstBroken);
        foreach (var change in new[] { "UPDATE audit SET actor = 'somebody else'", "DELETE FROM audit", "TRUNCATE audit" })
        {
            await Assert.ThrowsAsync<PostgresException>(() => _district.District.ExecuteAsync(change));
        }

        await _district.District.ExecuteAsync("ALTER TABLE audit DISABLE TRIGGER USER; UPDATE audit SET actor = 'somebody else' WHERE seq = 2");
        Assert.Equal(2, (await VerifyAudit.RunAsync(database, CancellationToken.None)).FirstBroken);
        await _district.District.ExecuteAsync("DELETE FROM audit WHERE seq = 2");
        Assert.Equal(3, (await VerifyAudit.RunAsync(database, CancellationToken.None)).FirstBroken);
    }

    private async Task<HttpClient> SignInAsync() => _district.With(await AccessDistrict.SignInAsync(_district.Nobody));

    private static async Task<string?> RefusalAsync(HttpStatusCode expected, HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{answer.RequestMessage!.RequestUri}: {(int)answer.StatusCode} {body}");
        var problem = JsonDocument.Parse(body).RootElement;
        Assert.NotEmpty(problem.GetProperty("detailZh").GetString()!);
        return problem.GetProperty("code").GetString();
    }
}
