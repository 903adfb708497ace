using System.Text.Json;
using GridMap.Platform.Live;
using GridMap.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GridMap.Server.Tests.Live;

public sealed class SlowClientTests : IAsyncLifetime
{
    private LiveDistrict _district = null!;

    public async Task InitializeAsync() => _district = await LiveDistrict.CreateAsync();

    public async Task DisposeAsync() => await _district.DisposeAsync();

    [Fact]
    public async Task A_client_that_does_not_read_is_told_to_resync_and_then_goes_on()
    {
        await using var server = await _district.StartServerAsync(services => services.AddSingleton(new LiveOptions { MailboxBatches = 3 }));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        var follow = server.Services.GetRequiredService<FollowLive>();
        var stream = (await follow.RunAsync(new FollowRequest(null, ["wish"], null), "slow", server.Credential, patience.Token)).Value;
        await using var frames = stream.Frames.GetAsyncEnumerator(patience.Token);
        Assert.Equal("welcome", (await NextAsync(frames)).GetProperty("kind").GetString());
        Assert.Equal("no_cursor", (await NextAsync(frames)).GetProperty("reason").GetString());

        for (var wish = 1; wish <= 6; wish++)
        {
            await ChangeAsync(server, wish, patience.Token);
        }

        var resync = await NextAsync(frames);
        Assert.Equal("slow_client", resync.GetProperty("reason").GetString());
        Assert.Equal(server.Services.GetRequiredService<LiveFeed>().Head.ToString(), resync.GetProperty("cursor").GetString());
        await ChangeAsync(server, 7, patience.Token);
        Assert.Equal("7", (await NextAsync(frames)).GetProperty("items")[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_connection_that_ends_leaves_nothing_behind()
    {
        await using var server = await _district.StartServerAsync();
        var feed = server.Services.GetRequiredService<LiveFeed>();
        var client = await HubClient.FollowAsync(server);
        var id = (await client.NextFrameAsync("welcome")).GetProperty("connectionId").GetString()!;
        Assert.NotNull(feed.Find(id));
        await client.DisposeAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (feed.Find(id) is not null)
        {
            await Task.Delay(10, patience.Token);
        }
    }

    /// <summary>Changes something and waits until it has been published, so that each change is a batch of its own.</summary>
    private async Task ChangeAsync(TestServer server, int wish, CancellationToken cancellationToken)
    {
        var feed = server.Services.GetRequiredService<LiveFeed>();
        var before = feed.Head;
        await _district.ExecuteAsync($"SELECT record_change('wish', '{wish}', 'upsert', NULL, NULL)");
        while (feed.Head == before)
        {
            await Task.Delay(5, cancellationToken);
        }
    }

    /// <summary>The next frame that says something.</summary>
    private static async Task<JsonElement> NextAsync(IAsyncEnumerator<LiveFrame> frames)
    {
        while (await frames.MoveNextAsync())
        {
            var frame = JsonDocument.Parse(frames.Current.Json).RootElement;
            if (frame.GetProperty("kind").GetString() != "heartbeat")
            {
                return frame;
            }
        }

        throw new InvalidOperationException("The stream ended.");
    }
}
