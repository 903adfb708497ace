using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using GridMap.Core.Access;
using GridMap.Platform.Access;
using GridMap.Testing;

namespace GridMap.Server.Tests.Live;

public sealed class KilledServerTests : IAsyncLifetime
{
    private LiveDistrict _district = null!;

    public async Task InitializeAsync() => _district = await LiveDistrict.CreateAsync();

    public async Task DisposeAsync() => await _district.DisposeAsync();

    [Fact]
    public async Task An_incident_that_was_acknowledged_survives_the_kill_of_the_server_before_anyone_has_seen_it()
    {
        var address = new Uri($"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}");
        using var http = new HttpClient { BaseAddress = address };
        var cookie = SignIns.CookieOf(await SignIns.OpenAsync(_district.Database.DataSource, TimeProvider.System, new RoleInArea(Role.Administrator, null)));
        string cursor;
        string number;
        using (var first = Start(address))
        {
            await WaitUntilReadyAsync(http);
            await using (var client = await HubClient.FollowAsync(address, cookie))
            {
                await LiveDistrict.ReportAsync(http, "看到的");
                (cursor, _) = await client.ReadUntilAsync("看到的");
            }

            number = await LiveDistrict.ReportAsync(http, "没来得及看到的");
            first.Kill();
            await first.WaitForExitAsync();
        }

        using var second = Start(address);
        try
        {
            await WaitUntilReadyAsync(http);
            await using var returned = await HubClient.FollowAsync(address, cookie, cursor);
            var items = (await returned.NextFrameAsync("changes")).GetProperty("items");
            Assert.Equal(number, Assert.Single(items.EnumerateArray()).GetProperty("data").GetProperty("number").GetString());
        }
        finally
        {
            second.Kill();
        }
    }

    private Process Start(Uri address)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "gridmap.dll"), "serve", "--port", address.Port.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["GRIDMAP_DATABASE"] = _district.Database.ConnectionString;
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task WaitUntilReadyAsync(HttpClient http)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync("/health/ready", patience.Token);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(50, patience.Token);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
