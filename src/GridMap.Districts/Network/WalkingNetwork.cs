using GridMap.Core.Geography;

namespace GridMap.Districts.Network;

/// <summary>The walking network: nodes, and edges that run between them along a road of the draft.</summary>
public sealed record WalkingNetwork(LatticePoint[] Nodes, NetworkEdge[] Edges);

/// <summary>One edge; `Road` is an index into the draft's roads.</summary>
public sealed record NetworkEdge(int Start, int End, int Road, LatticePoint[] Course, double LengthMeters, double WalkSeconds);
