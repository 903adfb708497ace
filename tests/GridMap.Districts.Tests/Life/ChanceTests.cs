using GridMap.Districts.Life;

namespace GridMap.Districts.Tests.Life;

public sealed class ChanceTests
{
    [Fact]
    public void The_same_seed_and_subject_repeat_and_another_subject_differs()
    {
        Assert.Equal(Draws(new Chance(7, "a")), Draws(new Chance(7, "a")));
        Assert.NotEqual(Draws(new Chance(7, "a")), Draws(new Chance(7, "b")));
        Assert.NotEqual(Draws(new Chance(7, "a")), Draws(new Chance(8, "a")));
    }

    [Fact]
    public void Identifiers_are_of_version_seven_and_in_order_of_time()
    {
        var chance = new Chance(1, "ids");
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var ids = Enumerable.Range(0, 50).Select(hour => chance.Identifier(start.AddHours(hour)).ToString()).ToArray();
        Assert.All(ids, id => Assert.True(id[14] == '7' && "89ab".Contains(id[19], StringComparison.Ordinal)));
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public void A_weight_of_nothing_is_never_drawn()
    {
        var choice = new WeightedChoice([0, 3, 0, 1, 0]);
        var chance = new Chance(1, "weights");
        var drawn = Enumerable.Range(0, 400).Select(_ => choice.Draw(chance)).ToArray();
        Assert.Equal([1, 3], drawn.Distinct().Order());
        Assert.InRange(drawn.Count(index => index == 1), 260, 340);
    }

    private static double[] Draws(Chance chance) => [.. Enumerable.Range(0, 8).Select(_ => chance.Share())];
}
