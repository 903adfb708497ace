using System.Text.Json;
using GridMap.Core.Access;
using GridMap.Platform.Live;
using GridMap.Testing;

namespace GridMap.Platform.Tests.Live;

public sealed class PositionBoardTests
{
    private static readonly LiveWindow West = LiveWindow.Parse([0, 0, 10, 10]).Value;

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
        Assert.Equal(4_000_000, Read(news.Positions)[0].Longitude);
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
    public void Connections_with_different_windows_share_the_cells_of_both()
    {
        var both = LiveWindow.Parse([0, 0, 10, 10]).Value;
        var one = LiveWindow.Parse([4.9, 4.9, 5.1, 5.1]).Value;
        Place(1, 5);
        Place(2, 9);
        _board.Advance();
        var wide = _board.Look(0, 0, both, GridScope.Everywhere).Positions!.Packed;
        var narrow = _board.Look(0, 0, one, GridScope.Everywhere).Positions!.Packed;
        Assert.Equal(2, PositionFrame.Read(wide).Count);
        Assert.Equal([1u], PositionFrame.Read(narrow).Select(position => position.Id));
        Assert.True(wide.Span.IndexOf(narrow.Span[8..]) >= 8, "The cell both see is not the same bytes.");
        Assert.True(wide.Span[..8].SequenceEqual(narrow.Span[..8]), "Ages of one cell count from one time.");
    }

    [Fact]
    public void Whoever_missed_several_ticks_is_told_once_of_what_left_the_window_meanwhile()
    {
        Place(1, 5);
        _board.Advance();
        var seen = _board.Look(0, 0, West, GridScope.Everywhere);
        Place(1, 20);
        _board.Advance();
        Place(1, 20.01);
        _board.Advance();
        Assert.Equal([1u], Ids(_board.Look(seen.Until, seen.Until, West, GridScope.Everywhere).Positions));
    }

    [Fact]
    public void Frames_of_windows_nobody_looks_through_any_more_are_let_go_even_when_nothing_moves()
    {
        Place(1, 5);
        _board.Advance();
        var first = _board.Look(0, 0, West, GridScope.Everywhere).Positions;
        for (var step = 1; step < 1_000; step++)
        {
            _board.Look(0, 0, West with { SouthWest = new PositionCell(0, (ushort)step) }, GridScope.Everywhere);
        }

        Assert.NotSame(first, _board.Look(0, 0, West, GridScope.Everywhere).Positions);
    }

    [Fact]
    public void Views_of_about_the_same_place_share_a_window_that_holds_both()
    {
        var window = LiveWindow.Parse([113.001, 40.001, 113.019, 40.009]).Value;
        Assert.Equal(window, LiveWindow.Parse([113.0012, 40.0011, 113.0189, 40.0091]).Value);
        Assert.True(window.Contains(CellPoint.Of(113.001, 40.001).Cell) && window.Contains(CellPoint.Of(113.0189, 40.0091).Cell));
        Assert.False(window.Contains(CellPoint.Of(113.1, 40.005).Cell));
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
        Assert.True(window.Contains(CellPoint.Of(180, 90).Cell) && window.Contains(CellPoint.Of(-180, -90).Cell));
    }

    [Fact]
    public void A_position_is_told_to_the_sixth_decimal_with_what_else_is_known_cut_to_its_bounds()
    {
        _board.Place(7, new MovingPosition(-113.123456, 40.765432, DateTimeOffset.UtcNow.AddDays(-1), 359.9, 500));
        _board.Advance();
        var position = Assert.Single(Read(_board.Look(0, 0, LiveWindow.Everywhere, GridScope.Everywhere).Positions));
        Assert.Equal(new FramePosition(7, -113_123_456, 40_765_432, ushort.MaxValue, 0, byte.MaxValue), position);
    }

    [Fact]
    public void Twenty_thousand_patrols_of_a_city_cost_less_than_ten_bytes_each()
    {
        var chance = new Random(1);
        for (var id = 1u; id <= 20_000; id++)
        {
            _board.Place(id, new MovingPosition(113 + chance.NextDouble() / 2, 40 + chance.NextDouble() / 2, DateTimeOffset.UtcNow, 90, 1.2));
        }

        _board.Advance();
        var until = _board.Look(0, 0, LiveWindow.Everywhere, GridScope.Everywhere).Until;
        for (var id = 1u; id <= 20_000; id += 5)
        {
            _board.Place(id, new MovingPosition(113 + chance.NextDouble() / 2, 40 + chance.NextDouble() / 2, DateTimeOffset.UtcNow, 90, 1.2));
        }

        _board.Advance();
        var tick = _board.Look(until, until, LiveWindow.Everywhere, GridScope.Everywhere).Positions!;
        Assert.Equal(4_000, Read(tick).Count);
        Assert.InRange(tick.Packed.Length / 4_000.0, 7, 10);
    }

    private void Place(uint id, double longitude) => _board.Place(id, new MovingPosition(longitude, 5, DateTimeOffset.UtcNow, 0, 0));

    private static IReadOnlyList<FramePosition> Read(LiveFrame? frame) => PositionFrame.Read(JsonDocument.Parse(frame!.Json).RootElement);

    private static uint[] Ids(LiveFrame? frame) => [.. Read(frame).Select(position => position.Id).Order()];
}
