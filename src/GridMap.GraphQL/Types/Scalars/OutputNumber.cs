using System.Globalization;

namespace GridMap.GraphQL.Types.Scalars;

/// <summary>Resolved values that stand for a number: numbers of all .NET types, booleans as 1 and 0, text that is a number.</summary>
internal static class OutputNumber
{
    public static bool TryRead(object value, out double number)
    {
        switch (value)
        {
            case bool truth:
                number = truth ? 1 : 0;
                return true;
            case string text:
                return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
            case sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal:
                number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
                return true;
            default:
                number = 0;
                return false;
        }
    }
}
