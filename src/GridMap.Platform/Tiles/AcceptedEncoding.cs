using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace GridMap.Platform.Tiles;

/// <summary>What `Accept-Encoding` says of a coding (RFC 9110 12.5.3).</summary>
public static class AcceptedEncoding
{
    public static bool TakesGzip(StringValues header) => Takes(header, "gzip");

    /// <summary>Whether a coding, such as `br`, may be sent.</summary>
    public static bool Takes(StringValues header, string coding)
    {
        var any = false;
        foreach (var line in header)
        {
            foreach (var part in line.AsSpan().Split(','))
            {
                var entry = line.AsSpan()[part].Trim();
                var semicolon = entry.IndexOf(';');
                var name = semicolon < 0 ? entry : entry[..semicolon].TrimEnd();
                if (name.Equals(coding, StringComparison.OrdinalIgnoreCase))
                {
                    return semicolon < 0 || IsWanted(entry[(semicolon + 1)..]);
                }

                any |= name is "*" && (semicolon < 0 || IsWanted(entry[(semicolon + 1)..]));
            }
        }

        return any;
    }

    private static bool IsWanted(ReadOnlySpan<char> parameter)
    {
        var weight = parameter.Trim();
        return !weight.StartsWith("q=", StringComparison.OrdinalIgnoreCase)
            || (double.TryParse(weight[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var quality) && quality > 0);
    }
}
