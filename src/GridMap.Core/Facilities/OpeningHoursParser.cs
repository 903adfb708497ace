namespace GridMap.Core.Facilities;

/// <summary>Reads the text of opening hours; every method answers null or false where the text is not understood.</summary>
internal sealed class OpeningHoursParser(string text)
{
    private const int LongestText = 255;
    private const string Always = "24/7";

    private static readonly string[] DayNames = ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"];

    private readonly TextScanner _scanner = new(text);

    public IReadOnlyList<OpeningRule>? ReadRules()
    {
        if (text.Length > LongestText)
        {
            return null;
        }

        var rules = new List<OpeningRule>();
        var adds = false;
        do
        {
            if (ReadRule(adds) is not { } rule)
            {
                return null;
            }

            rules.Add(rule);
            adds = _scanner.Take(",");
        }
        while ((adds || _scanner.Take(";")) && !_scanner.IsAtEnd());

        // A last `;` is common and harmless; a last `,` announces something that is missing.
        return _scanner.IsAtEnd() && !adds ? rules : null;
    }

    private OpeningRule? ReadRule(bool adds)
    {
        var start = _scanner.Place;
        var days = new HashSet<DayOfWeek>();
        var onHolidays = false;
        var spans = new List<OpeningSpan>();
        if (!_scanner.Take(Always) && (!ReadDays(days, ref onHolidays) || !ReadSpans(spans)))
        {
            return null;
        }

        var isOff = _scanner.Take("off") || _scanner.Take("closed");
        _ = !isOff && _scanner.Take("open");
        return _scanner.Place > start ? new OpeningRule(days, onHolidays, spans, isOff, adds) : null;
    }

    private bool ReadDays(HashSet<DayOfWeek> days, ref bool onHolidays)
    {
        if (!IsDayNext())
        {
            return true;
        }

        do
        {
            if (_scanner.Take("PH"))
            {
                onHolidays = true;
            }
            else if (!ReadDayRange(days))
            {
                return false;
            }
        }
        while (_scanner.TakeCommaBefore(IsDayNext));
        return true;
    }

    private bool ReadDayRange(HashSet<DayOfWeek> days)
    {
        var first = ReadDay();
        var last = _scanner.Take("-") ? ReadDay() : first;
        if (first is not { } from || last is not { } to)
        {
            return false;
        }

        // A range may run over the end of the week: Fr-Mo.
        for (var day = from; day != to; day = (DayOfWeek)(((int)day + 1) % DayNames.Length))
        {
            days.Add(day);
        }

        days.Add(to);
        return true;
    }

    private DayOfWeek? ReadDay()
    {
        var day = Array.FindIndex(DayNames, _scanner.Take);
        return day < 0 ? null : (DayOfWeek)day;
    }

    private bool ReadSpans(List<OpeningSpan> spans)
    {
        if (!IsTimeNext())
        {
            return true;
        }

        do
        {
            if (ReadSpan() is not { } span)
            {
                return false;
            }

            spans.Add(span);
        }
        while (_scanner.TakeCommaBefore(IsTimeNext));
        return true;
    }

    private OpeningSpan? ReadSpan()
    {
        if (ReadMinute() is not { } start || start >= OpeningSpan.MinutesPerDay || !_scanner.Take("-") || ReadMinute() is not { } end)
        {
            return null;
        }

        return new OpeningSpan(start, end > start ? end : end + OpeningSpan.MinutesPerDay);
    }

    private int? ReadMinute()
    {
        var hour = _scanner.TakeNumber(fewestDigits: 1);
        var minute = _scanner.Take(":") ? _scanner.TakeNumber(fewestDigits: 2) : null;
        return hour * 60 + minute is { } total && minute < 60 && total <= 2 * OpeningSpan.MinutesPerDay ? total : null;
    }

    private bool IsDayNext() => _scanner.IsNext("PH") || Array.Exists(DayNames, _scanner.IsNext);

    private bool IsTimeNext() => _scanner.IsDigitNext() && !_scanner.IsNext(Always);
}
