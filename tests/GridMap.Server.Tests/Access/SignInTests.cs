using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using GridMap.Platform.Access;

namespace GridMap.Server.Tests.Access;

public sealed class SignInTests : IAsyncLifetime
{
    private AccessDistrict _district = null!;

    public async Task InitializeAsync() => _district = await AccessDistrict.StartAsync();

    public async Task DisposeAsync() => await _district.DisposeAsync();

    [Fact]
    public async Task The_right_password_opens_a_session_in_a_cookie_no_script_can_read()
    {
        var answer = await AccessDistrict.SignInAsync(_district.Nobody, " ZHANG ");
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        var profile = (await ReadAsync(_district.With(answer), "/api/session")).GetProperty("profile");
        Assert.Equal("张三", profile.GetProperty("name").GetString());
        Assert.Equal("viewer", profile.GetProperty("roles")[0].GetProperty("role").GetString());
        Assert.Contains("see_incidents", profile.GetProperty("permissions").EnumerateArray().Select(each => each.GetString()));
        Assert.DoesNotContain("dispatch", profile.GetProperty("permissions").EnumerateArray().Select(each => each.GetString()));
    }

    [Fact]
    public async Task Behind_a_proxy_with_TLS_the_cookie_is_locked_to_the_host()
    {
        var client = _district.Nobody;
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        var cookie = (await AccessDistrict.SignInAsync(client)).Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("__Host-gridmap-session=", cookie, StringComparison.Ordinal);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Neither_the_database_nor_the_audit_trail_holds_a_key_or_a_password()
    {
        var key = AccessDistrict.KeyOf(await AccessDistrict.SignInAsync(_district.Nobody));
        var stored = await _district.District.ReadAsync<string>(
            "SELECT (SELECT string_agg(session::text, '') FROM session) || (SELECT string_agg(account::text, '') FROM account) || (SELECT string_agg(audit::text, '') FROM audit)");
        Assert.DoesNotContain(key, stored, StringComparison.Ordinal);
        Assert.DoesNotContain(AccessDistrict.Password, stored, StringComparison.Ordinal);
        Assert.Equal(1L, await _district.District.ReadAsync<long>("SELECT count(*) FROM audit WHERE action = 'sign_in' AND actor = 'zhang'"));
    }

    [Theory]
    [InlineData("zhang", "the wrong one")]
    [InlineData("nobody", "the wrong one")]
    [InlineData("' OR 1=1 --", "x")]
    [InlineData("zhang'; DROP TABLE account; --", "x")]
    [InlineData("张三", "a long enough one")]
    public async Task A_wrong_login_and_a_wrong_password_are_answered_alike(string login, string password)
    {
        var answer = await AccessDistrict.SignInAsync(_district.Nobody, login, password);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("SIGN_IN_REFUSED", await CodeAsync(answer));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal(HttpStatusCode.OK, (await AccessDistrict.SignInAsync(_district.Nobody)).StatusCode);
    }

    [Fact]
    public async Task A_disabled_account_is_answered_like_a_wrong_password()
    {
        await _district.District.ExecuteAsync("UPDATE account SET is_disabled = true WHERE login = 'zhang'");
        Assert.Equal("SIGN_IN_REFUSED", await CodeAsync(await AccessDistrict.SignInAsync(_district.Nobody)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"login":"zhang"}""")]
    [InlineData("""{"login":"zhang","password":5}""")]
    [InlineData("""{"login":"","password":"x"}""")]
    [InlineData("""{"login":"zh\u0000ang","password":"x"}""")]
    [InlineData("""{"login":"\ud800","password":"x"}""")]
    [InlineData("""{"login":{"a":{"b":{}}},"password":"x"}""")]
    public async Task What_is_no_login_and_password_is_refused(string body)
    {
        var answer = await _district.Nobody.PostAsync("/api/session", new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("CREDENTIALS_MALFORMED", await CodeAsync(answer));
    }

    [Fact]
    public async Task A_password_of_a_megabyte_is_refused_without_being_hashed()
    {
        var answer = await AccessDistrict.SignInAsync(_district.Nobody, password: new string('x', 1_000_000));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("CREDENTIALS_MALFORMED", await CodeAsync(answer));
    }

    [Fact]
    public async Task A_form_from_a_foreign_page_cannot_sign_anybody_in()
    {
        var form = await _district.Nobody.PostAsync("/api/session", new StringContent("""{"login":"zhang","password":"a long enough one"}""", Encoding.UTF8, "text/plain"));
        Assert.Equal("CREDENTIALS_MALFORMED", await CodeAsync(form));
        var foreign = _district.Nobody;
        foreign.DefaultRequestHeaders.Add("Origin", "https://elsewhere.example");
        Assert.Equal("ORIGIN_FOREIGN", await CodeAsync(await AccessDistrict.SignInAsync(foreign)));
        var bare = _district.Nobody;
        bare.DefaultRequestHeaders.Remove(Admission.RequestHeader);
        Assert.Equal("REQUEST_HEADER_MISSING", await CodeAsync(await AccessDistrict.SignInAsync(bare)));
    }

    [Fact]
    public async Task After_five_wrong_passwords_even_the_right_one_has_to_wait_and_then_is_right_again()
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            Assert.Equal("SIGN_IN_REFUSED", await CodeAsync(await AccessDistrict.SignInAsync(_district.Nobody, password: "the wrong one")));
        }

        var locked = await AccessDistrict.SignInAsync(_district.Nobody);
        Assert.Equal(HttpStatusCode.TooManyRequests, locked.StatusCode);
        Assert.Equal("SIGN_IN_LOCKED", await CodeAsync(locked));
        Assert.InRange(locked.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 30);
        _district.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(HttpStatusCode.OK, (await AccessDistrict.SignInAsync(_district.Nobody)).StatusCode);
        Assert.Equal(0L, await _district.District.ReadAsync<long>("SELECT count(*) FROM sign_in_failure WHERE kind = 'login'"));
    }

    [Fact]
    public async Task Guesses_sent_all_at_once_count_as_many()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(guess => AccessDistrict.SignInAsync(_district.Nobody, password: $"guess number {guess}")));
        Assert.Equal(5, answers.Count(answer => answer.StatusCode == HttpStatusCode.Unauthorized));
        Assert.Equal(15, answers.Count(answer => answer.StatusCode == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task Ten_screens_can_sign_in_with_one_account_at_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => AccessDistrict.SignInAsync(_district.Nobody)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(10, answers.Select(AccessDistrict.KeyOf).Distinct().Count());
    }

    [Fact]
    public async Task An_address_that_tries_many_logins_has_to_wait_too()
    {
        await using var strict = await AccessDistrict.StartAsync(options => options with { SignIn = options.SignIn with { FreePerAddress = 6 } });
        for (var login = 0; login < 6; login++)
        {
            await AccessDistrict.SignInAsync(strict.Nobody, $"login-{login}", "the wrong one");
        }

        Assert.Equal("SIGN_IN_LOCKED", await CodeAsync(await AccessDistrict.SignInAsync(strict.Nobody)));
        var elsewhere = strict.Nobody;
        elsewhere.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9, 203.0.113.7");
        Assert.Equal(HttpStatusCode.OK, (await AccessDistrict.SignInAsync(elsewhere)).StatusCode);
    }

    [Fact]
    public async Task A_known_password_opens_only_the_own_machine()
    {
        await using var demo = await AccessDistrict.StartAsync(hasKnownPassword: true);
        Assert.Equal(HttpStatusCode.OK, (await AccessDistrict.SignInAsync(demo.Nobody)).StatusCode);
        var proxied = demo.Nobody;
        proxied.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        Assert.Equal("PASSWORD_KNOWN", await CodeAsync(await AccessDistrict.SignInAsync(proxied)));

        await using var open = await AccessDistrict.StartAsync(options => options with { IsLoopbackOnly = false }, hasKnownPassword: true);
        var refused = await AccessDistrict.SignInAsync(open.Nobody);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal("PASSWORD_KNOWN", await CodeAsync(refused));
    }

    [Fact]
    public async Task Another_password_needs_the_present_one_and_ends_every_other_session()
    {
        var here = _district.With(await AccessDistrict.SignInAsync(_district.Nobody));
        var there = _district.With(await AccessDistrict.SignInAsync(_district.Nobody));
        var wrong = await here.PutAsJsonAsync("/api/session/password", new { present = "the wrong one", wanted = "another long one" });
        Assert.Equal("SIGN_IN_REFUSED", await CodeAsync(wrong));
        var weak = await here.PutAsJsonAsync("/api/session/password", new { present = AccessDistrict.Password, wanted = "short" });
        Assert.Equal("PASSWORD_LENGTH", await CodeAsync(weak));
        var changed = await here.PutAsJsonAsync("/api/session/password", new { present = AccessDistrict.Password, wanted = "another long one" });
        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/api/incident-classes")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await there.GetAsync("/api/incident-classes")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AccessDistrict.SignInAsync(_district.Nobody, password: "another long one")).StatusCode);
    }

    private static async Task<JsonElement> ReadAsync(HttpClient client, string path) => (await client.GetFromJsonAsync<JsonElement>(path))!;

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
}
