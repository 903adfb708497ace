using System.Text;
using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Tests.Language;

public sealed class GraphQLParserTests
{
    [Fact]
    public void A_document_keeps_the_order_of_its_definitions_and_knows_its_source()
    {
        var source = new Source(" {a} query Q {b} type T fragment F on T {c} ");
        var document = GraphQLParser.Parse(source);
        Assert.Same(source, document.Source);
        Assert.Equal(new SourceSpan(0, source.Text.Length), document.Span);
        Assert.Equal(
            [typeof(OperationDefinitionNode), typeof(OperationDefinitionNode), typeof(ObjectTypeDefinitionNode), typeof(FragmentDefinitionNode)],
            document.Definitions.Select(definition => definition.GetType()));
    }

    [Fact]
    public void A_value_is_read_alone_and_may_hold_variables() =>
        Assert.Equal("[1, $a, {b: null}]", Printer.Print(GraphQLParser.ParseValue(new Source(" [1 $a {b: null}] "))));

    [Fact]
    public void A_constant_value_holds_no_variables()
    {
        Assert.Equal("[1, {b: null}]", Printer.Print(GraphQLParser.ParseConstantValue(new Source("[1 {b: null}]"))));
        var refused = Assert.Throws<GraphQLSyntaxException>(() => GraphQLParser.ParseConstantValue(new Source("[1 $a]")));
        Assert.Equal("Syntax Error: Unexpected variable \"$a\" in constant value.", refused.Message);
    }

    [Theory]
    [InlineData("Int")]
    [InlineData("[Int!]!")]
    [InlineData("[[Int]!]")]
    public void A_reference_to_a_type_is_read_alone(string text) => Assert.Equal(text, Printer.Print(GraphQLParser.ParseType(new Source(text))));

    [Fact]
    public void Nothing_may_stand_behind_a_value_or_a_type()
    {
        Assert.Equal("Syntax Error: Expected <EOF>, found Name \"b\".", Assert.Throws<GraphQLSyntaxException>(() => GraphQLParser.ParseValue(new Source("a b"))).Message);
        Assert.Equal("Syntax Error: Expected <EOF>, found \"!\".", Assert.Throws<GraphQLSyntaxException>(() => GraphQLParser.ParseType(new Source("A!!"))).Message);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF }, 1)]
    [InlineData(new byte[] { 0xC0, 0x80 }, 1)]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, 1)]
    [InlineData(new byte[] { 0xF4, 0x90, 0x80, 0x80 }, 1)]
    [InlineData(new byte[] { (byte)'{', 0xE7, 0xBD }, 2)]
    [InlineData(new byte[] { (byte)'"', 0xE7, 0xBD, 0x91, 0x80, (byte)'"' }, 3)]
    public void Text_that_is_not_UTF8_is_refused_where_it_goes_wrong(byte[] text, int column)
    {
        var error = Assert.Throws<GraphQLSyntaxException>(() => GraphQLParser.Parse(new Source(text))).Error;
        Assert.Equal("Syntax Error: Document is not valid UTF-8.", error.Message);
        Assert.Equal(new SourceLocation(1, column), error.Locations[0]);
    }

    [Fact]
    public void Places_are_counted_in_the_units_of_an_editor() =>
        Refusal.Of("{\r\n  a(b: \"é网😀\") ]\r}", "Expected Name, found \"]\".", 2, 16);

    [Fact]
    public void Equal_names_are_one_string()
    {
        var document = GraphQLParser.Parse(new Source("{ incident { incident } }"));
        var outer = (FieldNode)((OperationDefinitionNode)document.Definitions[0]).SelectionSet.Selections[0];
        Assert.Same(outer.Name.Value, ((FieldNode)outer.SelectionSet!.Selections[0]).Name.Value);
    }

    [Fact]
    public void Text_is_read_from_the_middle_of_a_buffer()
    {
        var buffer = Encoding.UTF8.GetBytes("garbage{a}garbage");
        Assert.Equal("{\n  a\n}", Printer.Print(GraphQLParser.Parse(new Source(buffer.AsMemory(7, 3)))));
    }
}
