using System.Text.Json.Serialization;

namespace GridMap.Core.Geography;

/// <summary>A box on the globe, in degrees of WGS 84; as JSON `[west, south, east, north]`.</summary>
[JsonConverter(typeof(BoundsJsonConverter))]
public readonly record struct Bounds(double West, double South, double East, double North)
{
    public bool Contains(Position position) =>
        position.Longitude >= West && position.Longitude <= East && position.Latitude >= South && position.Latitude <= North;

    /// <summary>The box, or why it is none: its sides are the wrong way round.</summary>
    public Result<Bounds> Check() =>
        West <= East && South <= North
            ? this
            : new Refusal("BOUNDS_INVERTED", "Send west not greater than east and south not greater than north.", "范围有误：西经度不得大于东经度，南纬度不得大于北纬度。");
}
