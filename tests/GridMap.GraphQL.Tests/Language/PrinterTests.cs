using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Tests.Language;

public sealed class PrinterTests
{
    [Theory]
    [InlineData("query{a}", "{\n  a\n}")]
    [InlineData("query Q{a}", "query Q {\n  a\n}")]
    [InlineData("query($a:Int=1@d){a}", "query ($a: Int = 1 @d) {\n  a\n}")]
    [InlineData("\"why\" query{a}", "\"why\"\nquery {\n  a\n}")]
    [InlineData("subscription S@a@b{c}", "subscription S @a @b {\n  c\n}")]
    [InlineData("query(\"why\"$a:Int,$b:[Int!]!){a}", "query (\n\"why\"\n$a: Int\n$b: [Int!]!\n) {\n  a\n}")]
    [InlineData("{a:b(c:1 d:{e:[\"f\" $g]})@h{...on I@j{k}...{l}...m@n}}", "{\n  a: b(c: 1, d: {e: [\"f\", $g]}) @h {\n    ... on I @j {\n      k\n    }\n    ... {\n      l\n    }\n    ...m @n\n  }\n}")]
    [InlineData("\"why\"fragment f on T@a{b}", "\"why\"\nfragment f on T @a {\n  b\n}")]
    [InlineData("{a}{b}", "{\n  a\n}\n\n{\n  b\n}")]
    public void An_executable_document_is_laid_out(string document, string expected) => Assert.Equal(expected, Print(document));

    [Theory]
    [InlineData("schema@a{query:Q mutation:M}", "schema @a {\n  query: Q\n  mutation: M\n}")]
    [InlineData("extend schema@a", "extend schema @a")]
    [InlineData("\"why\"scalar S@specifiedBy(url:\"u\")", "\"why\"\nscalar S @specifiedBy(url: \"u\")")]
    [InlineData("type T implements&A&B@c{\"d\"e(f:Int=1):G}", "type T implements A & B @c {\n  \"d\"\n  e(f: Int = 1): G\n}")]
    [InlineData("extend interface I implements J", "extend interface I implements J")]
    [InlineData("type T{a(\"b\"c:Int d:Int):E}", "type T {\n  a(\n    \"b\"\n    c: Int\n    d: Int\n  ): E\n}")]
    [InlineData("union U@a=|B|C", "union U @a = B | C")]
    [InlineData("enum E{\"one\"A@b C}", "enum E {\n  \"one\"\n  A @b\n  C\n}")]
    [InlineData("input I@oneOf{a:Int b:[Int]}", "input I @oneOf {\n  a: Int\n  b: [Int]\n}")]
    [InlineData("directive@d(a:Int)repeatable on|FIELD|QUERY", "directive @d(a: Int) repeatable on FIELD | QUERY")]
    [InlineData("type T{\"\"\"\nfirst\n  second\n\"\"\"a:Int}", "type T {\n  \"\"\"\n  first\n    second\n  \"\"\"\n  a: Int\n}")]
    public void A_type_system_document_is_laid_out(string document, string expected) => Assert.Equal(expected, Print(document));

    [Fact]
    public void Arguments_that_do_not_fit_on_a_line_take_one_each()
    {
        var value = new string('x', 27);
        Assert.Equal($"{{\n  alias: field(a: \"{value}\", b: \"{value}\")\n}}", Print($"{{alias:field(a:\"{value}\"b:\"{value}\")}}"));
        Assert.Equal($"{{\n  alias: field(\n    a: \"{value}\"\n    b: \"{value}x\"\n  )\n}}", Print($"{{alias:field(a:\"{value}\"b:\"{value}x\")}}"));
    }

    [Fact]
    public void A_string_is_printed_with_the_escapes_it_needs() =>
        Assert.Equal(
            "\"\\\" \\\\ / \\b \\f \\n \\r \\t \\u0000 \\u007F \\u009F é 😀\"",
            Printer.Print(new StringValueNode("\" \\ / \b \f \n \r \t \0 \x7F \u009F é 😀", isBlock: false, default)));

    [Fact]
    public void What_is_printed_is_read_back_and_printed_the_same()
    {
        for (var seed = 0; seed < 3_000; seed++)
        {
            var document = new RandomDocument(seed).Write();
            var printed = Print(document);
            Assert.Equal(printed, Print(printed));
        }
    }

    private static string Print(string document) => Printer.Print(GraphQLParser.Parse(new Source(document), ParserLimits.OwnText));
}
