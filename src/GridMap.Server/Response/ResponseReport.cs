using GridMap.Core.Response;

namespace GridMap.Server.Response;

/// <summary>What incidents are put together by.</summary>
public enum ResponseGrouping
{
    Grid,
    Community,
    Subdistrict,
    Class,
    HourOfWeek,
    Source,
}

/// <summary>The level of area that hot spots are looked for at.</summary>
public enum ResponseLevel
{
    Grid,
    Community,
}

/// <summary>How long the incidents of a group took, in seconds, and how many were closed on time.</summary>
public sealed record ResponseGroup(
    string Key, int Incidents, int Count, double? P50, double? P80, double? P90, double? P95, int Due, int Closed, int ClosedOnTime)
{
    public double? OnTimeShare => Due == 0 ? null : (double)ClosedOnTime / Due;
}

/// <summary>How long answers took, of all and by group.</summary>
public sealed record ResponseReport(DateTimeOffset AsOf, ResponseGroup All, IReadOnlyList<ResponseGroup> Groups);

/// <summary>What Gi* says of one area.</summary>
public sealed record HotSpotArea(string Key, int Incidents, int Households, double? Rate, double Z, double P, HotSpotVerdict Verdict, bool IsIsland);

/// <summary>Where incidents stand together.</summary>
public sealed record HotSpotReport(DateTimeOffset AsOf, int Incidents, IReadOnlyList<HotSpotArea> Areas);

/// <summary>How long the incidents in a hexagon took, in seconds.</summary>
public sealed record ResponseHexagon(double Longitude, double Latitude, int Incidents, int Count, double? P50, double? P90);

/// <summary>How long answers took from place to place.</summary>
public sealed record ResponseSurface(DateTimeOffset AsOf, double WidthMeters, double WidthDegrees, IReadOnlyList<ResponseHexagon> Hexagons);

/// <summary>How densely incidents lie, on a lattice.</summary>
public sealed record ResponseDensity(
    DateTimeOffset AsOf, int Incidents, double West, double South, double East, double North, int Columns, int Rows, double CellMeters, double BandwidthMeters,
    double Maximum, IReadOnlyList<double> Values);
