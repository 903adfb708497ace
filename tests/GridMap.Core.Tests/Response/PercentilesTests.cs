using GridMap.Core.Response;

namespace GridMap.Core.Tests.Response;

public sealed class PercentilesTests
{
    [Theory]
    [InlineData(0, 10)]
    [InlineData(0.5, 30)]
    [InlineData(0.8, 42)]
    [InlineData(0.9, 46)]
    [InlineData(0.95, 48)]
    [InlineData(1, 50)]
    public void They_lie_linear_between_the_ranks(double share, double expected) =>
        Assert.Equal(expected, Percentiles.Continuous([10, 20, 30, 40, 50], share), 1e-9);

    [Fact]
    public void One_value_is_every_percentile() => Assert.Equal(7, Percentiles.Continuous([7], 0.95));

    [Fact]
    public void Values_far_apart_do_not_overflow() =>
        Assert.Equal(-0.5, Percentiles.Continuous([int.MinValue, int.MaxValue], 0.5));

    [Fact]
    public void Of_nothing_there_is_none() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Percentiles.Continuous([], 0.5));
}
