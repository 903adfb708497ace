using GridMap.Core.Areas;

namespace GridMap.Core.Tests.Areas;

public sealed class AreaNumberingTests
{
    [Theory]
    [InlineData(1, "一")]
    [InlineData(10, "十")]
    [InlineData(12, "十二")]
    [InlineData(20, "二十")]
    [InlineData(45, "四十五")]
    [InlineData(100, "一百")]
    [InlineData(103, "一百零三")]
    [InlineData(110, "一百一十")]
    [InlineData(999, "九百九十九")]
    public void Numbers_read_as_people_say_them(int number, string words) => Assert.Equal(words, ChineseNumeral.From(number));

    [Fact]
    public void Codes_grow_by_three_digits_a_level()
    {
        var grid = AreaCode.Child(AreaCode.Child(AreaCode.Child("130201", 7), 12), 999);
        Assert.Equal("130201007012999", grid);
        Assert.Throws<ArgumentOutOfRangeException>(() => AreaCode.Child("130201", 1000));
        Assert.Throws<ArgumentOutOfRangeException>(() => AreaCode.Child("130201", 0));
    }

    [Fact]
    public void Seats_follow_the_weights_and_sum_to_the_total()
    {
        Assert.Equal([5, 3, 2], Apportionment.Apportion([500, 300, 200], 10));
        Assert.Equal([1, 9], Apportionment.Apportion([0, 900], 10));
        Assert.Equal(81, Apportionment.Apportion([333, 333, 334], 81).Sum());
    }

    [Theory]
    [InlineData(324_000, 810, 400)]
    [InlineData(200_000, 810, 340)]
    [InlineData(900_000, 810, 460)]
    [InlineData(12_345, null, 400)]
    public void The_target_of_a_grid_stays_within_the_standard(long households, int? grids, double expected) =>
        Assert.Equal(expected, new HouseholdStandard(300, 500, 1500, 3000, 7).HouseholdsPerGrid(households, grids), 6);
}
