using GridMap.Platform.Access;
using GridMap.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace GridMap.Server.Tests.Access;

/// <summary>Nobody waits for all areas of a place to be read again, however many there are, as long as somebody asks now and then.</summary>
public sealed class CurrentAreasTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly SteppedClock _clock = new();

    [Fact]
    public async Task They_are_renewed_behind_who_asks_and_waited_for_when_they_are_too_old_or_have_changed()
    {
        using var areas = new CurrentAreas(new LoadAreaTree(database.DataSource), _clock, NullLogger<CurrentAreas>.Instance);
        var first = await areas.LoadAsync(CancellationToken.None);
        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Same(first, await areas.LoadAsync(CancellationToken.None));

        _clock.Advance(TimeSpan.FromSeconds(2));
        var behind = areas.LoadAsync(CancellationToken.None);
        Assert.True(behind.IsCompleted);
        Assert.Same(first, await behind);
        while (ReferenceEquals(first, await areas.LoadAsync(CancellationToken.None)))
        {
            await Task.Yield();
        }

        var second = await areas.LoadAsync(CancellationToken.None);
        _clock.Advance(TimeSpan.FromSeconds(61));
        var third = await areas.LoadAsync(CancellationToken.None);
        Assert.NotSame(second, third);
        areas.StartOver();
        Assert.NotSame(third, await areas.LoadAsync(CancellationToken.None));
    }

    private sealed class SteppedClock : TimeProvider
    {
        private long _at;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Read(ref _at);

        public void Advance(TimeSpan time) => Interlocked.Add(ref _at, time.Ticks);
    }
}
