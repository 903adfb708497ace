using System.Globalization;

namespace GridMap.GraphQL.Types.Scalars;

/// <summary>A day of the calendar, without a time or a zone (RFC 3339, full-date).</summary>
public sealed class DateCoercion() : TextCoercion<DateOnly>("Date", "a day as \"2026-01-31\"")
{
    private const string Day = "yyyy-MM-dd";

    public override string SpecifiedBy => "https://datatracker.ietf.org/doc/html/rfc3339#section-5.6";

    public override string Description => "A day of the calendar, without a time: `2026-01-31`.";

    protected override bool TryParse(string text, out DateOnly value) =>
        DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    protected override string? Format(object value) => (value as DateOnly?)?.ToString(Day, CultureInfo.InvariantCulture);
}
