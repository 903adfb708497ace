using System.Globalization;

namespace GridMap.Core.Areas;

/// <summary>Codes of areas: 6 digits county, then 3 each for street, community and grid.</summary>
public static class AreaCode
{
    public const int SerialMost = 999;

    /// <summary>The code of the n-th child (from 1) of an area.</summary>
    public static string Child(string parent, int serial)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(serial, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(serial, SerialMost);
        return parent + serial.ToString("D3", CultureInfo.InvariantCulture);
    }
}
