using GridMap.Core.Access;

namespace GridMap.Core.Tests.Access;

public sealed class GridScopeTests
{
    private static readonly GridScope Some = GridScope.Of([1, 2, 3]);

    [Fact]
    public void What_both_reach_is_within_reach_of_each()
    {
        Assert.Equal([2, 3], Some.And(GridScope.Of([2, 3, 4])).Grids!);
        Assert.Same(Some, Some.And(GridScope.Everywhere));
        Assert.Same(Some, GridScope.Everywhere.And(Some));
        Assert.True(GridScope.Everywhere.And(GridScope.Everywhere).IsEverywhere);
    }

    [Fact]
    public void With_nowhere_nothing_is_left()
    {
        Assert.True(Some.And(GridScope.Nowhere).IsNowhere);
        Assert.True(GridScope.Nowhere.And(Some).IsNowhere);
        Assert.True(GridScope.Everywhere.And(GridScope.Nowhere).IsNowhere);
        Assert.True(Some.And(GridScope.Of([9])).IsNowhere);
    }
}
