using System.Globalization;

namespace GridMap.GraphQL.Types;

/// <summary>Numbers as JavaScript writes them (ECMAScript, Number::toString): in digits from 1e-6 up to 1e21, with an exponent beyond.</summary>
internal static class NumberText
{
    public static string Of(double value)
    {
        if (double.IsNaN(value))
            return "NaN";
        if (double.IsInfinity(value))
            return value > 0 ? "Infinity" : "-Infinity";
        if (value == 0)
            return "0";

        return (value < 0 ? "-" : "") + OfPositive(Math.Abs(value));
    }

    private static string OfPositive(double value)
    {
        var (digits, point) = Digits(value);
        if (point is > 21 or <= -6)
            return Exponential(digits, point - 1);
        if (point <= 0)
            return "0." + new string('0', -point) + digits;

        return point >= digits.Length ? digits.PadRight(point, '0') : $"{digits[..point]}.{digits[point..]}";
    }

    private static string Exponential(string digits, int exponent)
    {
        var fraction = digits.Length > 1 ? $".{digits[1..]}" : "";
        return $"{digits[0]}{fraction}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent)}";
    }

    /// <summary>The shortest digits that read back as the value, and how many of them stand before the point.</summary>
    private static (string Digits, int Point) Digits(double value)
    {
        var parts = value.ToString("R", CultureInfo.InvariantCulture).Split('E');
        var exponent = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? parts[0] : parts[0].Remove(point, 1);
        var digits = whole.TrimStart('0');
        return (digits.TrimEnd('0'), (point < 0 ? whole.Length : point) - (whole.Length - digits.Length) + exponent);
    }
}
