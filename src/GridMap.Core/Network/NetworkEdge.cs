namespace GridMap.Core.Network;

/// <summary>A piece of street between two nodes, and how long walking along it takes.</summary>
/// <param name="Id">As in the database; so are the nodes.</param>
/// <param name="ForwardSeconds">From the start node to the end node; infinite where nobody may walk that way.</param>
/// <param name="BackwardSeconds">From the end node to the start node.</param>
public readonly record struct NetworkEdge(int Id, int StartNode, int EndNode, double ForwardSeconds, double BackwardSeconds);

/// <summary>A place on the network: so far along an edge, from 0 at its start node to 1 at its end node, and so long a way off it.</summary>
/// <param name="Edge">The edge's index in its graph.</param>
/// <param name="OffRoadSeconds">The walk between the place itself and the edge.</param>
public readonly record struct NetworkPlace(int Edge, double Fraction, double OffRoadSeconds);

/// <summary>A piece of a way along an edge, as fractions of it: backwards where it begins farther along than it ends.</summary>
/// <param name="EdgeId">As in the database.</param>
public readonly record struct RouteLeg(int EdgeId, double From, double To);
