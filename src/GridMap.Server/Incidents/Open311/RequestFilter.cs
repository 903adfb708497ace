using System.Globalization;
using GridMap.Core;
using GridMap.Platform.Api;

namespace GridMap.Server.Incidents.Open311;

/// <summary>Which service requests are wanted; null means all.</summary>
public sealed record RequestFilter(
    IReadOnlyList<string>? Ids, IReadOnlyList<string>? Classes, bool? IsClosed, DateTimeOffset From, DateTimeOffset Until, int Limit, int Offset)
{
    public const int MaxIds = 100;
    public const int MaxPageSize = 1_000;
    public const int MaxPage = 1_000;

    private static readonly TimeSpan LongestSpan = TimeSpan.FromDays(90);

    public static RequestFilter Only(string id) => new([id], null, null, DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, 1, 0);

    /// <summary>Reads the query of `GET requests`; ids, when given, count alone.</summary>
    public static Result<RequestFilter> Parse(IQueryCollection query, DateTimeOffset now)
    {
        var page = Number(query, "page", 1, MaxPage);
        var size = Number(query, "page_size", MaxPageSize, MaxPageSize);
        var span = Span(query, now);
        var isClosed = Status(query);
        var ids = List(query, "service_request_id");
        var classes = List(query, "service_code");
        if ((page.Refusal ?? size.Refusal ?? span.Refusal ?? isClosed.Refusal ?? ids.Refusal ?? classes.Refusal) is { } refusal)
        {
            return refusal;
        }

        var (limit, offset) = (size.Value, (page.Value - 1) * size.Value);
        return ids.Value is null
            ? new RequestFilter(null, classes.Value, isClosed.Value, span.Value.From, span.Value.Until, limit, offset)
            : new RequestFilter(ids.Value, null, null, DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, limit, offset);
    }

    private static Result<int> Number(IQueryCollection query, string name, int fallback, int largest)
    {
        var text = query[name].ToString();
        if (text.Length == 0)
        {
            return fallback;
        }

        return RequestValue.TryWhole(text, out var number) && number >= 1 && number <= largest
            ? number
            : new Refusal("PAGE_INVALID", $"{name} must be a whole number from 1 to {largest}.", $"{name} 须为 1 至 {largest} 的整数。");
    }

    private static Result<(DateTimeOffset From, DateTimeOffset Until)> Span(IQueryCollection query, DateTimeOffset now)
    {
        var start = Time(query, "start_date");
        var end = Time(query, "end_date");
        if ((start.Refusal ?? end.Refusal) is { } refusal)
        {
            return refusal;
        }

        var until = end.Value ?? (start.Value is { } begin ? Earlier(begin, DateTimeOffset.MaxValue - LongestSpan) + LongestSpan : now);
        var from = start.Value ?? (until - DateTimeOffset.MinValue > LongestSpan ? until - LongestSpan : DateTimeOffset.MinValue);
        return until - from <= LongestSpan && from <= until
            ? (from.ToUniversalTime(), until.ToUniversalTime())
            : new Refusal("SPAN_TOO_LONG", "start_date and end_date must be in order and at most 90 days apart.", "start_date 须早于 end_date，且跨度不超过 90 天。");
    }

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private static Result<DateTimeOffset?> Time(IQueryCollection query, string name)
    {
        // A "+" that was not encoded arrives as a space.
        var text = query[name].ToString().Replace(' ', '+');
        if (text.Length == 0)
        {
            return default(Result<DateTimeOffset?>);
        }

        return text.Contains('T', StringComparison.Ordinal) && !text.Contains('\0', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && time.Year is > 1970 and < 9000
            ? time
            : new Refusal("TIME_MALFORMED", $"Send {name} as 2026-01-31T08:00:00+08:00.", $"{name} 请按 2026-01-31T08:00:00+08:00 的格式填写。");
    }

    private static Result<bool?> Status(IQueryCollection query)
    {
        var wanted = query["status"].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        if (wanted.Except(["open", "closed"]).Any())
        {
            return new Refusal("STATUS_UNKNOWN", "status is open, closed or both with a comma.", "status 只能为 open、closed 或以逗号分隔的两者。");
        }

        return wanted.Count == 1 ? wanted[0] == "closed" : default(Result<bool?>);
    }

    private static Result<string[]?> List(IQueryCollection query, string name)
    {
        var texts = query[name].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (texts.Length > MaxIds || texts.Any(text => text.Length > 64 || text.Contains('\0')))
        {
            return new Refusal("LIST_TOO_LONG", $"{name} takes at most {MaxIds} values.", $"{name} 最多 {MaxIds} 个值。");
        }

        return texts.Length == 0 ? default(Result<string[]?>) : texts;
    }
}
