using GridMap.GraphQL.Errors;

namespace GridMap.GraphQL.Language;

/// <summary>Int and Float values (specification, sections 2.10.1 and 2.10.2).</summary>
internal ref partial struct Lexer
{
    private Token NumberAt(int start)
    {
        var end = AfterIntegerPart(start);
        var kind = TokenKind.Int;
        if (At(end) == '.')
        {
            kind = TokenKind.Float;
            end = AfterDigits(end + 1);
        }

        if (At(end) is (byte)'e' or (byte)'E')
        {
            kind = TokenKind.Float;
            end = AfterDigits(At(end + 1) is (byte)'+' or (byte)'-' ? end + 2 : end + 1);
        }

        if (At(end) == '.' || IsNameStart(At(end)))
        {
            throw ExpectedDigit(end);
        }

        return Take(kind, start, end);
    }

    private readonly int AfterIntegerPart(int start)
    {
        var first = At(start) == '-' ? start + 1 : start;
        if (At(first) != '0')
        {
            return AfterDigits(first);
        }

        if (IsDigit(At(first + 1)))
        {
            throw Error(first + 1, $"Invalid number, unexpected digit after 0: {CharacterAt(first + 1)}.");
        }

        return first + 1;
    }

    private readonly int AfterDigits(int start)
    {
        if (!IsDigit(At(start)))
        {
            throw ExpectedDigit(start);
        }

        var length = _text[start..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return length < 0 ? _text.Length : start + length;
    }

    private readonly GraphQLSyntaxException ExpectedDigit(int position) =>
        Error(position, $"Invalid number, expected digit but got: {CharacterAt(position)}.");

    private static bool IsDigit(byte value) => value is >= (byte)'0' and <= (byte)'9';

    private static bool IsNameStart(byte value) => value is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z') or (byte)'_';
}
