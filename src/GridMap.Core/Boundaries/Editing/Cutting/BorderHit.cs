using GridMap.Core.Geography;

namespace GridMap.Core.Boundaries.Editing.Cutting;

/// <summary>Where a line meets the border of an atom: a point of the course of one of its edges, before the course's point `Before`, or that point itself.</summary>
/// <param name="IsVertex">The point is the course's point at `Before` already; nothing bends.</param>
internal readonly record struct BorderHit(int Edge, int Before, bool IsVertex, LatticePoint Point);
