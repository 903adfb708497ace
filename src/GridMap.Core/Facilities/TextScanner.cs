using System.Globalization;

namespace GridMap.Core.Facilities;

/// <summary>A place in a text that moves over the tokens it takes; spaces before a token do not matter, nor does its case.</summary>
internal sealed class TextScanner(string text)
{
    private int _at;

    /// <summary>Where the next token begins.</summary>
    public int Place
    {
        get
        {
            SkipSpaces();
            return _at;
        }
    }

    public bool IsAtEnd() => Place == text.Length;

    public bool IsNext(string token) => text.AsSpan(Place).StartsWith(token, StringComparison.OrdinalIgnoreCase);

    public bool IsDigitNext() => !IsAtEnd() && char.IsAsciiDigit(text[_at]);

    public bool Take(string token)
    {
        if (!IsNext(token))
        {
            return false;
        }

        _at += token.Length;
        return true;
    }

    /// <summary>A comma, if what follows it is as asked; otherwise nothing is taken.</summary>
    public bool TakeCommaBefore(Func<bool> isNext)
    {
        var before = _at;
        if (Take(",") && isNext())
        {
            return true;
        }

        _at = before;
        return false;
    }

    /// <summary>A number of at most two digits.</summary>
    public int? TakeNumber(int fewestDigits)
    {
        var start = Place;
        while (_at < text.Length && _at - start < 2 && char.IsAsciiDigit(text[_at]))
        {
            _at++;
        }

        return _at - start >= fewestDigits ? int.Parse(text.AsSpan(start, _at - start), CultureInfo.InvariantCulture) : null;
    }

    private void SkipSpaces()
    {
        while (_at < text.Length && text[_at] == ' ')
        {
            _at++;
        }
    }
}
