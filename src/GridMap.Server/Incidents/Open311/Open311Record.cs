namespace GridMap.Server.Incidents.Open311;

/// <summary>One record of a GeoReport answer: the name of its XML element, and its fields in order. A value is text, a number, a truth, records or null.</summary>
public sealed record Open311Record(string Element, params IReadOnlyList<(string Name, object? Value)> Fields);
