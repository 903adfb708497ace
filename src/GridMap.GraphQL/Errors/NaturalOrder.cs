namespace GridMap.GraphQL.Errors;

/// <summary>The order of names in which `a2` comes before `a10`.</summary>
public sealed class NaturalOrder : IComparer<string>
{
    public static NaturalOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        int left = 0, right = 0;
        while (left < x.Length && right < y.Length)
        {
            var difference = char.IsAsciiDigit(x[left]) && char.IsAsciiDigit(y[right])
                ? Number(x, ref left).CompareTo(Number(y, ref right))
                : x[left++].CompareTo(y[right++]);
            if (difference != 0)
                return difference;
        }

        return x.Length.CompareTo(y.Length);
    }

    private static double Number(string text, ref int position)
    {
        var number = 0d;
        while (position < text.Length && char.IsAsciiDigit(text[position]))
            number = (number * 10) + (text[position++] - '0');

        return number;
    }
}
