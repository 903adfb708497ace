using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Tests.Language;

public sealed class LexerStringsTests
{
    [Theory]
    [InlineData("\"", "Unterminated string.", 1, 2)]
    [InlineData("{a(b:\")}", "Unterminated string.", 1, 9)]
    [InlineData("{a(b:\"x\n\")}", "Unterminated string.", 1, 8)]
    [InlineData("{a(b:\"x\r\")}", "Unterminated string.", 1, 8)]
    [InlineData("\"\"\"", "Unterminated string.", 1, 4)]
    [InlineData("{a(b:\"\"\"x\\\"\"\")}", "Unterminated string.", 1, 16)]
    [InlineData("{a(b:\"\"\"\n\n", "Unterminated string.", 3, 1)]
    public void A_string_without_an_end_is_refused(string document, string message, int line, int column) =>
        Refusal.Of(document, message, line, column);

    [Theory]
    [InlineData("{a(b:\"\\x\")}", "Invalid character escape sequence: \"\\x\".", 1, 7)]
    [InlineData("{a(b:\"\\", "Invalid character escape sequence: \"\\\".", 1, 7)]
    [InlineData("{a(b:\"\\z esc\")}", "Invalid character escape sequence: \"\\z\".", 1, 7)]
    [InlineData("{a(b:\"\\u1 esc\")}", "Invalid Unicode escape sequence: \"\\u1 es\".", 1, 7)]
    [InlineData("{a(b:\"\\u0XX1 esc\")}", "Invalid Unicode escape sequence: \"\\u0XX1\".", 1, 7)]
    [InlineData("{a(b:\"\\uXXXX esc\")}", "Invalid Unicode escape sequence: \"\\uXXXX\".", 1, 7)]
    [InlineData("{a(b:\"\\uD83D\")}", "Invalid Unicode escape sequence: \"\\uD83D\".", 1, 7)]
    [InlineData("{a(b:\"\\uD83D\\uD83D\")}", "Invalid Unicode escape sequence: \"\\uD83D\".", 1, 7)]
    [InlineData("{a(b:\"\\uDE00\")}", "Invalid Unicode escape sequence: \"\\uDE00\".", 1, 7)]
    [InlineData("{a(b:\"\\uD83D\\n\")}", "Invalid Unicode escape sequence: \"\\uD83D\".", 1, 7)]
    [InlineData("{a(b:\"\\u{}\")}", "Invalid Unicode escape sequence: \"\\u{}\".", 1, 7)]
    [InlineData("{a(b:\"\\u{110000}\")}", "Invalid Unicode escape sequence: \"\\u{110000}\".", 1, 7)]
    [InlineData("{a(b:\"\\u{D800}\")}", "Invalid Unicode escape sequence: \"\\u{D800}\".", 1, 7)]
    [InlineData("{a(b:\"\\u{FXXX}\")}", "Invalid Unicode escape sequence: \"\\u{FX\".", 1, 7)]
    [InlineData("{a(b:\"\\u{00000000041}\")}", "Invalid Unicode escape sequence: \"\\u{000000000\".", 1, 7)]
    [InlineData("{a(b:\"\\u{FFFFFFFF}\")}", "Invalid Unicode escape sequence: \"\\u{FFFFFFFF\".", 1, 7)]
    [InlineData("{a(b:\"\\u{12", "Invalid Unicode escape sequence: \"\\u{12\".", 1, 7)]
    [InlineData("{a(b:\"\\u{12 é\")}", "Invalid Unicode escape sequence: \"\\u{12 \".", 1, 7)]
    public void An_escape_that_is_wrong_is_refused(string document, string message, int line, int column) =>
        Refusal.Of(document, message, line, column);
}
