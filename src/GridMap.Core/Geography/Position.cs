using System.Text.Json.Serialization;

namespace GridMap.Core.Geography;

/// <summary>A place on the globe: longitude before latitude, in degrees of WGS 84; as JSON `[longitude, latitude]`.</summary>
[JsonConverter(typeof(PositionJsonConverter))]
public readonly record struct Position(double Longitude, double Latitude)
{
    /// <summary>Accepts a position on the globe; refuses NaN, infinities and anything off the globe.</summary>
    public static Result<Position> Parse(double longitude, double latitude) =>
        longitude is >= -180 and <= 180 && latitude is >= -90 and <= 90
            ? new Position(longitude, latitude)
            : new Refusal(
                "POSITION_OFF_THE_GLOBE",
                "Send longitude in -180…180 and latitude in -90…90, in degrees; check that the two are not swapped.",
                "经度须在 -180…180、纬度须在 -90…90 之间（单位：度）；请检查经纬度是否写反。");
}
