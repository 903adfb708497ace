using GridMap.Core.Boundaries;

namespace GridMap.Core.Tests.Boundaries;

public sealed class ContiguityTests
{
    private readonly Mosaic _row = RandomLand.Chessboard(5, 1);

    [Fact]
    public void An_area_in_two_pieces_is_counted_as_two()
    {
        var adjacency = Adjacency.Of(_row);
        Assert.Equal([1, 1], Contiguity.CountPieces(adjacency, [0, 0, 1, 1, 1], 2));
        Assert.Equal([2, 1], Contiguity.CountPieces(adjacency, [0, 0, 1, 1, 0], 2));
    }

    [Fact]
    public void Only_an_end_of_a_row_can_leave_it()
    {
        var adjacency = Adjacency.Of(_row);
        int[] areaOfAtom = [0, 0, 0, 0, 1];
        Assert.Equal([true, false, false, true, false], Enumerable.Range(0, 5).Select(atom => Contiguity.CanLeave(adjacency, areaOfAtom, atom)));
    }

    [Fact]
    public void Squares_that_touch_in_a_corner_are_no_neighbours()
    {
        var adjacency = Adjacency.Of(RandomLand.Chessboard(2, 2));
        Assert.All(Enumerable.Range(0, 4), atom => Assert.Equal(2, adjacency.Neighbor[adjacency.Around(atom)].Length));
    }
}
