using System.Globalization;
using GridMap.Core;
using GridMap.Core.Geography;
using GridMap.Core.Patrols;
using GridMap.Platform.Api;

namespace GridMap.Server.Patrols.OsmAnd;

/// <summary>What a device sent: who it is and where it was.</summary>
public sealed record DeviceMessage(string DeviceId, Fix Fix)
{
    private const int MaxDeviceId = 64;
    private const double MetersPerSecondPerKnot = 1852.0 / 3600;
    private const double FastestMps = 150;

    private static readonly Refusal NoDevice = new("DEVICE_MISSING", "Send the device's identifier as id or deviceid.", "请以 id 或 deviceid 发送设备号。");

    private static readonly Refusal NoPosition = new(
        "POSITION_MALFORMED", "Send lat and lon, or location=lat,lon, as decimal degrees (WGS 84).", "请发送十进制度数的 lat 与 lon，或 location=纬度,经度（WGS 84）。");

    private static readonly Refusal NoTime = new(
        "TIME_MALFORMED", "Send timestamp in seconds or milliseconds since 1970, or as ISO 8601.", "timestamp 须为 1970 年以来的秒数或毫秒数，或 ISO 8601 时间。");

    /// <summary>
    /// Reads the fields of a message. Who, where and when must be readable; what else a device adds is taken if it makes sense and left out if not,
    /// because a tracker repeats a message until it is taken.
    /// </summary>
    /// <param name="fields">Names in lower case.</param>
    /// <param name="speedUnit">Metres per second of one unit of speed, unless the message names its own.</param>
    public static Result<DeviceMessage> Parse(IReadOnlyDictionary<string, string> fields, double speedUnit, DateTimeOffset now)
    {
        var deviceId = (fields.GetValueOrDefault("id") ?? fields.GetValueOrDefault("deviceid") ?? fields.GetValueOrDefault("device_id") ?? "").Trim();
        if (deviceId.Length is 0 or > MaxDeviceId)
        {
            return NoDevice;
        }

        var position = FindPosition(fields);
        var at = FindTime(fields, now);
        if ((position.Refusal ?? at.Refusal) is { } refusal)
        {
            return refusal;
        }

        return new DeviceMessage(deviceId, new Fix(
            position.Value,
            at.Value,
            Optional(fields, "speed", 0, FastestMps, FindSpeedUnit(fields, speedUnit)),
            Optional(fields, "bearing", 0, 360) ?? Optional(fields, "heading", 0, 360),
            Optional(fields, "accuracy", 0, 1e6),
            Optional(fields, "batt", 0, 100)));
    }

    public static double Knots => MetersPerSecondPerKnot;

    private static Result<Position> FindPosition(IReadOnlyDictionary<string, string> fields)
    {
        var (latitude, longitude) = (fields.GetValueOrDefault("lat"), fields.GetValueOrDefault("lon"));
        if (latitude is null && longitude is null && fields.TryGetValue("location", out var location) && location.Split(',') is [var first, var second])
        {
            (latitude, longitude) = (first, second);
        }

        return RequestValue.TryNumber(latitude, out var north) && RequestValue.TryNumber(longitude, out var east)
            ? Position.Parse(Lattice.Snap(east), Lattice.Snap(north))
            : NoPosition;
    }

    private static Result<DateTimeOffset> FindTime(IReadOnlyDictionary<string, string> fields, DateTimeOffset now)
    {
        if (!fields.TryGetValue("timestamp", out var text) || text.Length == 0)
        {
            return now;
        }

        if (RequestValue.TryNumber(text, out var number))
        {
            // Seconds have ten digits until the year 2286, milliseconds have had more since 1970's spring.
            var milliseconds = Math.Abs(number) < 1e11 ? number * 1000 : number;
            return milliseconds is >= 0 and < 32_503_680_000_000 ? DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds) : NoTime;
        }

        return text.Length >= 10 && !text.Contains('\0', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            && at.Year is >= 1970 and < 3000
            ? at
            : NoTime;
    }

    private static double FindSpeedUnit(IReadOnlyDictionary<string, string> fields, double usual) => fields.GetValueOrDefault("speed_unit") switch
    {
        "mps" => 1,
        "kn" => MetersPerSecondPerKnot,
        "kmh" => 1 / 3.6,
        _ => usual,
    };

    private static double? Optional(IReadOnlyDictionary<string, string> fields, string name, double least, double most, double unit = 1) =>
        RequestValue.TryNumber(fields.GetValueOrDefault(name), out var number) && number * unit >= least && number * unit <= most ? number * unit : null;
}
