using System.Buffers.Binary;
using System.Text.Json;
using GridMap.Core.Access;
using GridMap.Platform.Live;

namespace GridMap.Platform.Tests.Live;

public sealed class PositionBoardTests
{
    private static readonly LiveWindow West = new(0, 0, 100_000_000, 100_000_000);

    private readonly PositionBoard _board = new(TimeProvider.System);

    [Fact]
    public void The_first_look_shows_everything_and_the_next_one_only_what_moved()
    {
        Place(1, 5);
        Place(2, 6);
        _board.Advance();
        var first = _board.Look(0, 0, LiveWindow.Everywhere, GridScope.Everywhere);
        Assert.Equal([1u, 2u], Ids(first.Positions));
        Assert.Null(_board.Look(first.Until, first.Until, LiveWindow.Everywhere, GridScope.Everywhere).Positions);

        Place(2, 7);
        _board.Advance();
        Assert.Equal([2u], Ids(_board.Look(first.Until, first.Until, LiveWindow.Everywhere, GridScope.Everywhere).Positions));
    }

    [Fact]
    public void A_slow_connection_gets_the_latest_position_of_each_once()
    {
        var start = _board.Now;
        for (var tick = 0; tick < 50; tick++)
        {
            Place(1, tick % 9);
            Place(2, 3);
            _board.Advance();
        }

        var news = _board.Look(start, start, LiveWindow.Everywhere, GridScope.Everywhere);
        Assert.Equal([1u, 2u], Ids(news.Positions));
        Assert.Equal(40_000_000, Longitude(news.Positions, 0));
    }

    [Fact]
    public void What_leaves_a_window_is_told_once_so_that_it_does_not_stand_at_the_edge()
    {
        Place(1, 5);
        _board.Advance();
        var seen = _board.Look(0, 0, West, GridScope.Everywhere);
        Place(1, 20);
        _board.Advance();
        var left = _board.Look(seen.Until, seen.Until, West, GridScope.Everywhere);
        Assert.Equal([1u], Ids(left.Positions));
        Place(1, 21);
        _board.Advance();
        Assert.Null(_board.Look(left.Until, left.Until, West, GridScope.Everywhere).Positions);
    }

    [Fact]
    public void What_is_gone_is_told_even_to_who_missed_some_ticks_and_not_to_who_comes_later()
    {
        Place(1, 5);
        _board.Advance();
        var seen = _board.Look(0, 0, West, GridScope.Everywhere);
        _board.Remove(1);
        _board.Advance();
        Place(2, 5);
        _board.Advance();
        var news = _board.Look(seen.Until, seen.Until, West, GridScope.Everywhere);
        Assert.Equal("""{"kind":"gone","ids":[1]}""", System.Text.Encoding.UTF8.GetString(news.Gone!.Json.Span));
        Assert.Null(_board.Look(0, _board.Now, West, GridScope.Everywhere).Gone);
    }

    [Fact]
    public void What_comes_back_is_not_gone()
    {
        Place(1, 5);
        _board.Advance();
        var seen = _board.Look(0, 0, West, GridScope.Everywhere);
        _board.Remove(1);
        Place(1, 6);
        _board.Advance();
        var news = _board.Look(seen.Until, seen.Until, West, GridScope.Everywhere);
        Assert.Null(news.Gone);
        Assert.Equal([1u], Ids(news.Positions));
    }

    [Fact]
    public void Connections_with_the_same_window_share_one_encoded_frame()
    {
        Place(1, 5);
        _board.Advance();
        Assert.Same(_board.Look(0, 0, West, GridScope.Everywhere).Positions, _board.Look(0, 0, West, GridScope.Everywhere).Positions);
    }

    [Fact]
    public void Frames_of_windows_nobody_looks_through_any_more_are_let_go_even_when_nothing_moves()
    {
        Place(1, 5);
        _board.Advance();
        var first = _board.Look(0, 0, West, GridScope.Everywhere).Positions;
        for (var step = 1; step < 1_000; step++)
        {
            _board.Look(0, 0, West with { West = -step }, GridScope.Everywhere);
        }

        Assert.NotSame(first, _board.Look(0, 0, West, GridScope.Everywhere).Positions);
    }

    [Theory]
    [InlineData(new[] { 113.001, 40.001, 113.019, 40.009 }, new[] { 113.0012, 40.0011, 113.0189, 40.0091 })]
    public void Views_of_about_the_same_place_share_a_window_that_holds_both(double[] one, double[] other)
    {
        var window = LiveWindow.Parse(one).Value;
        Assert.Equal(window, LiveWindow.Parse(other).Value);
        Assert.True(window.Contains((int)(one[0] * 1e7), (int)(one[1] * 1e7)) && window.Contains((int)(one[2] * 1e7), (int)(one[3] * 1e7)));
    }

    [Theory]
    [InlineData(new double[0])]
    [InlineData(new[] { 1.0, 2, 3 })]
    [InlineData(new[] { 1.0, 2, 3, 4, 5 })]
    [InlineData(new[] { 3.0, 2, 1, 4 })]
    [InlineData(new[] { 1.0, 4, 3, 2 })]
    [InlineData(new[] { 1.0, 2, 1, 4 })]
    [InlineData(new[] { double.NaN, 2, 3, 4 })]
    [InlineData(new[] { 1, 2, double.PositiveInfinity, 4 })]
    public void A_window_that_is_none_is_refused(double[] viewport) =>
        Assert.Equal("VIEWPORT_INVALID", LiveWindow.Parse(viewport).Refusal?.Code);

    [Theory]
    [InlineData(new[] { -200.0, -95, 200, 95 })]
    [InlineData(new[] { -1e300, -1e300, 1e300, 1e300 })]
    [InlineData(new[] { double.MinValue, double.MinValue, double.MaxValue, double.MaxValue })]
    public void A_window_beyond_the_globe_is_the_globe(double[] viewport)
    {
        var window = LiveWindow.Parse(viewport).Value;
        Assert.True(window.Contains(1_800_000_000, 900_000_000) && window.Contains(-1_800_000_000, -900_000_000));
    }

    [Fact]
    public void A_record_is_sixteen_little_endian_bytes()
    {
        _board.Place(7, new MovingPosition(-113.1234567, 40.7654321, DateTimeOffset.UtcNow.AddDays(-1), 359.9, 500));
        _board.Advance();
        var record = Data(_board.Look(0, 0, LiveWindow.Everywhere, GridScope.Everywhere).Positions);
        Assert.Equal(16, record.Length);
        Assert.Equal(7u, BinaryPrimitives.ReadUInt32LittleEndian(record));
        Assert.Equal(-1_131_234_567, BinaryPrimitives.ReadInt32LittleEndian(record.AsSpan(4)));
        Assert.Equal(407_654_321, BinaryPrimitives.ReadInt32LittleEndian(record.AsSpan(8)));
        Assert.Equal(ushort.MaxValue, BinaryPrimitives.ReadUInt16LittleEndian(record.AsSpan(12)));
        Assert.Equal(0, record[14]);
        Assert.Equal(byte.MaxValue, record[15]);
    }

    private void Place(uint id, double longitude) => _board.Place(id, new MovingPosition(longitude, 5, DateTimeOffset.UtcNow, 0, 0));

    private static byte[] Data(LiveFrame? frame) =>
        JsonDocument.Parse(frame!.Json).RootElement.GetProperty("data").GetBytesFromBase64();

    private static uint[] Ids(LiveFrame? frame) => [.. Data(frame).Chunk(16).Select(record => BinaryPrimitives.ReadUInt32LittleEndian(record)).Order()];

    private static int Longitude(LiveFrame? frame, int index) => BinaryPrimitives.ReadInt32LittleEndian(Data(frame).AsSpan(index * 16 + 4));
}
