using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Tests.Language;

public sealed class LexerTests
{
    [Fact]
    public void Every_kind_of_token_is_cut_from_the_text() => Assert.Equal(
        [
            TokenKind.Bang, TokenKind.Dollar, TokenKind.Ampersand, TokenKind.ParenthesisLeft, TokenKind.ParenthesisRight, TokenKind.Spread, TokenKind.Colon,
            TokenKind.EqualsSign, TokenKind.At, TokenKind.BracketLeft, TokenKind.BracketRight, TokenKind.BraceLeft, TokenKind.Pipe, TokenKind.BraceRight,
            TokenKind.Name, TokenKind.Int, TokenKind.Float, TokenKind.String, TokenKind.BlockString,
        ],
        Tokens("!$&()...:=@[]{|}name 1 1.5 \"s\" \"\"\"b\"\"\"").Select(token => token.Kind));

    [Fact]
    public void White_space_commas_comments_and_byte_order_marks_are_ignored() =>
        Assert.Equal([new Token(TokenKind.Name, 4, 5), new Token(TokenKind.Name, 26, 27)], Tokens("\uFEFF a,,\t\r\n # \"é\" {\n \uFEFF, b # end"));

    [Theory]
    [InlineData("_", 0, 1)]
    [InlineData("__a9Z_", 0, 6)]
    [InlineData(" a-1", 1, 2)]
    public void A_name_goes_on_as_far_as_it_can(string text, int start, int end) => Assert.Equal(new Token(TokenKind.Name, start, end), Tokens(text)[0]);

    [Theory]
    [InlineData("?", "Unexpected character: \"?\".", 1, 1)]
    [InlineData("{ a ? }", "Unexpected character: \"?\".", 1, 5)]
    [InlineData("..", "Unexpected character: \".\".", 1, 1)]
    [InlineData("{ .. a }", "Unexpected character: \".\".", 1, 3)]
    [InlineData("'a'", "Unexpected single quote character ('), did you mean to use a double quote (\")?", 1, 1)]
    [InlineData("{ a(b: 'c') }", "Unexpected single quote character ('), did you mean to use a double quote (\")?", 1, 8)]
    [InlineData("\u200b", "Unexpected character: U+200B.", 1, 1)]
    [InlineData("😀", "Unexpected character: U+1F600.", 1, 1)]
    [InlineData("\0", "Unexpected character: U+0000.", 1, 1)]
    [InlineData("{ é }", "Unexpected character: U+00E9.", 1, 3)]
    public void A_character_that_begins_no_token_is_refused(string document, string message, int line, int column) =>
        Refusal.Of(document, message, line, column);

    private static List<Token> Tokens(string text)
    {
        var lexer = new Lexer(new Source(text));
        var tokens = new List<Token>();
        for (var token = lexer.Next(); token.Kind != TokenKind.EndOfFile; token = lexer.Next())
        {
            tokens.Add(token);
        }

        return tokens;
    }
}
