namespace GridMap.Core.Coverage;

/// <summary>A piece of street between two nodes, and what walking along it costs.</summary>
/// <param name="Id">As in the database; so are the nodes.</param>
/// <param name="Forward">From the start node to the end node, in seconds or metres; infinite where nobody may walk that way.</param>
/// <param name="Backward">From the end node to the start node.</param>
public readonly record struct CoverageEdge(int Id, int StartNode, int EndNode, double Forward, double Backward);

/// <summary>A place on the network, on an edge and a fraction of its length, with the costs of the ways along the edge.</summary>
/// <param name="Edge">The edge's index in its network.</param>
/// <param name="Fraction">0 at its start node, 1 at its end node.</param>
/// <param name="OffRoad">Between the place itself and the edge.</param>
public readonly record struct CoveragePlace(
    int Edge, double Fraction, long OffRoad, long FromStart, long FromEnd, long ToStart, long ToEnd)
{
    /// <summary>Along the edge from this place to another one on it, without the ways off the road.</summary>
    internal long Along(in CoveragePlace to) =>
        Fraction == to.Fraction ? 0
        : Fraction < to.Fraction ? Between(FromStart, to.FromStart)
        : Between(FromEnd, to.FromEnd);

    private static long Between(long near, long far) => far < WalkCost.Barred && near < WalkCost.Barred ? far - near : WalkCost.Barred;
}
