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

    /// <summary>Whether a code is a parent's with a serial of 001 to 999.</summary>
    public static bool IsChild(string code, string parent) =>
        code.Length == parent.Length + 3
        && code.StartsWith(parent, StringComparison.Ordinal)
        && code.AsSpan(parent.Length).IndexOfAnyExceptInRange('0', '9') < 0
        && !code.EndsWith("000", StringComparison.Ordinal);
}
