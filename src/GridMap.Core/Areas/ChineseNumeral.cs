namespace GridMap.Core.Areas;

/// <summary>Small whole numbers in Chinese words: 十二, 一百零三.</summary>
public static class ChineseNumeral
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>The words for 1…999.</summary>
    public static string From(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 999);
        var (hundreds, rest) = Math.DivRem(number, 100);
        return hundreds == 0 ? Tens(rest, leading: true)
            : $"{Digits[hundreds]}百" + (rest == 0 ? "" : rest < 10 ? $"零{Digits[rest]}" : Tens(rest, leading: false));
    }

    private static string Tens(int number, bool leading)
    {
        var (tens, units) = Math.DivRem(number, 10);
        var head = tens == 0 ? "" : tens == 1 && leading ? "十" : $"{Digits[tens]}十";
        return head + (units == 0 ? "" : Digits[units]);
    }
}
