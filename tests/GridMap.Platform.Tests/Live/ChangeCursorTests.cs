using GridMap.Platform.Live;

namespace GridMap.Platform.Tests.Live;

public sealed class ChangeCursorTests
{
    [Fact]
    public void A_cursor_comes_back_as_it_went_out()
    {
        var cursor = new ChangeCursor(Guid.NewGuid(), ulong.MaxValue, long.MaxValue);
        Assert.True(ChangeCursor.TryParse(cursor.ToString(), out var parsed));
        Assert.Equal(cursor, parsed);
        Assert.True(cursor.ToString().Length <= ChangeCursor.MaxLength);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("00000000000000000000000000000001.1")]
    [InlineData("00000000000000000000000000000001.1.1.1")]
    [InlineData("00000000000000000000000000000001.-1.1")]
    [InlineData("00000000000000000000000000000001.1.-1")]
    [InlineData("00000000000000000000000000000001. 1.1")]
    [InlineData("00000000000000000000000000000001.18446744073709551616.1")]
    [InlineData("00000000-0000-0000-0000-000000000001.1.1")]
    public void What_is_no_cursor_is_not_taken_for_one(string? text) => Assert.False(ChangeCursor.TryParse(text, out _));

    [Fact]
    public void The_transaction_counts_before_the_sequence()
    {
        var epoch = Guid.NewGuid();
        Assert.True(new ChangeCursor(epoch, 1, 9).IsBefore(new ChangeCursor(epoch, 2, 1)));
        Assert.True(new ChangeCursor(epoch, 2, 1).IsBefore(new ChangeCursor(epoch, 2, 2)));
        Assert.False(new ChangeCursor(epoch, 2, 2).IsBefore(new ChangeCursor(epoch, 2, 2)));
    }
}
