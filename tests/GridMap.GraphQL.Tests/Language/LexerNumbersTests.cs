using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Tests.Language;

public sealed class LexerNumbersTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("9")]
    [InlineData("-123456789012345678901234567890")]
    public void An_integer_keeps_its_text(string text) =>
        Assert.Equal(text, Assert.IsType<IntValueNode>(GraphQLParser.ParseValue(new Source(text))).Value);

    [Theory]
    [InlineData("0.0")]
    [InlineData("-4.123")]
    [InlineData("123e4")]
    [InlineData("123E-4")]
    [InlineData("-1.123e+4567")]
    public void A_number_with_a_fraction_or_an_exponent_is_a_float(string text) =>
        Assert.Equal(text, Assert.IsType<FloatValueNode>(GraphQLParser.ParseValue(new Source(text))).Value);

    [Theory]
    [InlineData("{a(b:00)}", "Invalid number, unexpected digit after 0: \"0\".", 1, 7)]
    [InlineData("{a(b:01)}", "Invalid number, unexpected digit after 0: \"1\".", 1, 7)]
    [InlineData("{a(b:+1)}", "Unexpected character: \"+\".", 1, 6)]
    [InlineData("{a(b:1.)}", "Invalid number, expected digit but got: \")\".", 1, 8)]
    [InlineData("{a(b:1e)}", "Invalid number, expected digit but got: \")\".", 1, 8)]
    [InlineData("{a(b:1E}", "Invalid number, expected digit but got: \"}\".", 1, 8)]
    [InlineData("{a(b:.5)}", "Unexpected character: \".\".", 1, 6)]
    [InlineData("{a(b:1.a)}", "Invalid number, expected digit but got: \"a\".", 1, 8)]
    [InlineData("{a(b:-a)}", "Invalid number, expected digit but got: \"a\".", 1, 7)]
    [InlineData("{a(b:-)}", "Invalid number, expected digit but got: \")\".", 1, 7)]
    [InlineData("{a(b:1.2.3)}", "Invalid number, expected digit but got: \".\".", 1, 9)]
    [InlineData("{a(b:1x)}", "Invalid number, expected digit but got: \"x\".", 1, 7)]
    [InlineData("{a(b:0xF)}", "Invalid number, expected digit but got: \"x\".", 1, 7)]
    [InlineData("{a(b:0b1)}", "Invalid number, expected digit but got: \"b\".", 1, 7)]
    [InlineData("{a(b:1_000)}", "Invalid number, expected digit but got: \"_\".", 1, 7)]
    [InlineData("{a(b:1.23f)}", "Invalid number, expected digit but got: \"f\".", 1, 10)]
    [InlineData("{a(b:1", "Expected Name, found <EOF>.", 1, 7)]
    [InlineData("{a(b:-", "Invalid number, expected digit but got: <EOF>.", 1, 7)]
    [InlineData("{a(b:1.e1)}", "Invalid number, expected digit but got: \"e\".", 1, 8)]
    [InlineData("{a(b:1e+)}", "Invalid number, expected digit but got: \")\".", 1, 9)]
    public void A_number_that_is_malformed_is_refused(string document, string message, int line, int column) =>
        Refusal.Of(document, message, line, column);
}
