using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace GridMap.GraphQL.Types.Scalars;

/// <summary>A moment (RFC 3339): with an offset, to 100 nanoseconds; finer fractions are cut off, leap seconds are not known.</summary>
public sealed partial class DateTimeCoercion() : TextCoercion<DateTimeOffset>("DateTime", "a moment with its offset as \"2026-01-31T08:00:00+08:00\"")
{
    private const string Seconds = "yyyy-MM-dd'T'HH:mm:ss";

    private static readonly string[] Formats = [$"{Seconds}zzz", $"{Seconds}.FFFFFFFzzz"];

    public override string SpecifiedBy => "https://datatracker.ietf.org/doc/html/rfc3339#section-5.6";

    public override string Description => "A moment with its offset from UTC, as RFC 3339 writes it: `2026-01-31T08:00:00+08:00`.";

    /// <summary>In UTC as programs write it, `2026-01-31T08:00:00.125Z`, at once; everything else by the pattern.</summary>
    protected override bool TryParse(JsonElement value, out DateTimeOffset parsed)
    {
        // With its quotes: no fraction, or one of a digit at least.
        var raw = JsonMarshal.GetRawUtf8Value(value);
        var isUsual = (raw.Length == 22 || (raw.Length >= 24 && raw[20] == '.')) && raw[11] == 'T' && raw[14] == ':' && raw[17] == ':' && raw[^2] == 'Z';
        return (isUsual && value.TryGetDateTimeOffset(out parsed)) || TryParse(value.GetString()!, out parsed);
    }

    protected override bool TryParse(string text, out DateTimeOffset value)
    {
        value = default;
        var match = Moment().Match(text);
        if (!match.Success)
            return false;

        var offset = match.Groups["offset"].Value is "Z" or "z" ? "+00:00" : match.Groups["offset"].Value;
        var moment = $"{match.Groups["date"].Value}T{match.Groups["time"].Value}{offset}";
        return DateTimeOffset.TryParseExact(moment, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
    }

    protected override string? Format(object value) => value switch
    {
        DateTimeOffset moment => Text(moment),
        DateTime { Kind: not DateTimeKind.Unspecified } moment => Text(new DateTimeOffset(moment)),
        _ => null,
    };

    private static string Text(DateTimeOffset moment) =>
        moment.ToString(moment.Offset == TimeSpan.Zero ? $"{Seconds}.FFFFFFF'Z'" : $"{Seconds}.FFFFFFFzzz", CultureInfo.InvariantCulture);

    [GeneratedRegex(
        "^(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt](?<time>[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,7})?)" +
        "(?<finer>(?<=\\.[0-9]{7})[0-9]+)?(?<offset>[Zz]|[+-][0-9]{2}:[0-9]{2})\\z")]
    private static partial Regex Moment();
}
