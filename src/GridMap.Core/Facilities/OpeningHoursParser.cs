using System.Globalization;

namespace GridMap.Core.Facilities;

/// <summary>Reads the text of opening hours; every method answers null or false where the text is not understood.</summary>
internal sealed class OpeningHoursParser(string text)
{
    private const int LongestText = 255;

    private static readonly string[] DayNames = ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"];

    private int _at;

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
            adds = Take(",");
        }
        while ((adds || Take(";")) && !IsAtEnd());

        // A last `;` is common and harmless; a last `,` announces something that is missing.
        return IsAtEnd() && !adds ? rules : null;
    }

    private OpeningRule? ReadRule(bool adds)
    {
        SkipSpaces();
        var start = _at;
        var days = new HashSet<DayOfWeek>();
        var onHolidays = false;
        var spans = new List<OpeningSpan>();
        if (!Take("24/7") && (!ReadDays(days, ref onHolidays) || !ReadSpans(spans)))
        {
            return null;
        }

        var isOff = Take("off") || Take("closed");
        _ = !isOff && Take("open");
        return _at > start ? new OpeningRule(days, onHolidays, spans, isOff, adds) : null;
    }

    private bool ReadDays(HashSet<DayOfWeek> days, ref bool onHolidays)
    {
        if (!IsDayNext())
        {
            return true;
        }

        do
        {
            if (Take("PH"))
            {
                onHolidays = true;
            }
            else if (!ReadDayRange(days))
            {
                return false;
            }
        }
        while (TakeCommaBefore(IsDayNext));
        return true;
    }

    private bool ReadDayRange(HashSet<DayOfWeek> days)
    {
        var first = ReadDay();
        var last = Take("-") ? ReadDay() : first;
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
        var day = Array.FindIndex(DayNames, Take);
        return day < 0 ? null : (DayOfWeek)day;
    }

    private bool ReadSpans(List<OpeningSpan> spans)
    {
        if (!IsDigitNext())
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
        while (TakeCommaBefore(IsDigitNext));
        return true;
    }

    private OpeningSpan? ReadSpan()
    {
        if (ReadMinute() is not { } start || start >= OpeningSpan.MinutesPerDay || !Take("-") || ReadMinute() is not { } end)
        {
            return null;
        }

        return new OpeningSpan(start, end > start ? end : end + OpeningSpan.MinutesPerDay);
    }

    private int? ReadMinute()
    {
        var hour = ReadNumber(fewestDigits: 1);
        var minute = Take(":") ? ReadNumber(fewestDigits: 2) : null;
        return hour * 60 + minute is { } total && minute < 60 && total <= 2 * OpeningSpan.MinutesPerDay ? total : null;
    }

    private int? ReadNumber(int fewestDigits)
    {
        SkipSpaces();
        var start = _at;
        while (_at < text.Length && _at - start < 2 && char.IsAsciiDigit(text[_at]))
        {
            _at++;
        }

        return _at - start >= fewestDigits ? int.Parse(text.AsSpan(start, _at - start), CultureInfo.InvariantCulture) : null;
    }

    private bool IsDayNext()
    {
        SkipSpaces();
        return IsNext("PH") || Array.Exists(DayNames, IsNext);
    }

    private bool IsDigitNext()
    {
        SkipSpaces();
        return _at < text.Length && char.IsAsciiDigit(text[_at]) && !IsNext("24/7");
    }

    private bool IsAtEnd()
    {
        SkipSpaces();
        return _at == text.Length;
    }

    private bool TakeCommaBefore(Func<bool> isNext)
    {
        var before = _at;
        if (Take(",") && isNext())
        {
            return true;
        }

        _at = before;
        return false;
    }

    private bool Take(string token)
    {
        SkipSpaces();
        if (!IsNext(token))
        {
            return false;
        }

        _at += token.Length;
        return true;
    }

    private bool IsNext(string token) => text.AsSpan(_at).StartsWith(token, StringComparison.OrdinalIgnoreCase);

    private void SkipSpaces()
    {
        while (_at < text.Length && text[_at] == ' ')
        {
            _at++;
        }
    }
}
