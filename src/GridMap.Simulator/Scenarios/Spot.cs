using NetTopologySuite.Geometries;

namespace GridMap.Simulator.Scenarios;

/// <summary>A spot on the map where something is reported, and the street it is at; null for one without a name.</summary>
public sealed record Spot(Coordinate Position, string? Street);

/// <summary>A patrol point, as far as scenarios look at it.</summary>
public sealed record Anchor(string Kind, Coordinate Position);
