using System.Text.Json.Serialization;

namespace GridMap.Core.Geography;

/// <summary>A box on the globe, in degrees of WGS 84; as JSON `[west, south, east, north]`.</summary>
[JsonConverter(typeof(BoundsJsonConverter))]
public readonly record struct Bounds(double West, double South, double East, double North);
