using System.Globalization;
using System.Text;
using GridMap.Core;

namespace GridMap.Platform.Api;

/// <summary>Values as they stand in a request's path and query, read strictly.</summary>
public static class RequestValue
{
    private static readonly Refusal IdMalformed = new(
        "ID_MALFORMED", "Send the id as a whole number from 1 to 2147483647.", "id 须为 1 至 2147483647 的整数。");

    /// <summary>An id of the map: a positive whole number in plain digits.</summary>
    public static Result<int> Id(string text) =>
        TryWhole(text, out var id) && id > 0 ? id : IdMalformed;

    /// <summary>An id that may be left out: none is as good as one, a malformed one is refused.</summary>
    public static Result<int?> IdIfGiven(string? text)
    {
        if (text is null)
        {
            return (int?)null;
        }

        var id = Id(text);
        return id.Refusal is { } malformed ? malformed : id.Value;
    }

    /// <summary>What somebody typed, trimmed: at least one character, none that text cannot have.</summary>
    public static Result<string> Words(string? text, int mostCharacters)
    {
        var words = text?.Trim() ?? "";
        var count = words.EnumerateRunes().Count();
        return count >= 1 && count <= mostCharacters && !words.Any(char.IsControl) && IsUnicode(words)
            ? words
            : new Refusal(
                "QUERY_MALFORMED",
                $"Send q with 1 to {mostCharacters} characters, without control characters.",
                $"q 须为 1 至 {mostCharacters} 个字符，且不含控制字符。");
    }

    /// <summary>Plain ASCII digits: no sign, no blank, no overflow.</summary>
    // TryParse alone would let null characters follow the digits.
    public static bool TryWhole(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && !text.Contains('\0');

    /// <summary>A number with a decimal point, as programs write it; it may be infinite or not a number at all.</summary>
    public static bool TryNumber(ReadOnlySpan<char> text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && !text.Contains('\0');

    // Half a surrogate pair is no character and cannot be sent to the database.
    private static bool IsUnicode(string text)
    {
        for (var i = 0; i < text.Length; i += char.IsSurrogate(text[i]) ? 2 : 1)
        {
            if (!Rune.TryGetRuneAt(text, i, out _))
            {
                return false;
            }
        }

        return true;
    }
}
