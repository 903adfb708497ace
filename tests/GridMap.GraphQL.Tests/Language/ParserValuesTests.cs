using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Tests.Language;

public sealed class ParserValuesTests
{
    [Theory]
    [InlineData("true", typeof(BooleanValueNode))]
    [InlineData("false", typeof(BooleanValueNode))]
    [InlineData("null", typeof(NullValueNode))]
    [InlineData("RED", typeof(EnumValueNode))]
    [InlineData("nullable", typeof(EnumValueNode))]
    [InlineData("$name", typeof(VariableNode))]
    [InlineData("$null", typeof(VariableNode))]
    [InlineData("12", typeof(IntValueNode))]
    [InlineData("1.5", typeof(FloatValueNode))]
    [InlineData("\"text\"", typeof(StringValueNode))]
    [InlineData("[]", typeof(ListValueNode))]
    [InlineData("[1, [], {}]", typeof(ListValueNode))]
    [InlineData("{}", typeof(ObjectValueNode))]
    [InlineData("{a: {b: [$c]}, d: 1}", typeof(ObjectValueNode))]
    public void Each_kind_of_value_is_read(string text, Type kind)
    {
        var value = GraphQLParser.ParseValue(new Source(text));
        Assert.Equal((kind, text), (value.GetType(), Printer.Print(value)));
        Assert.Equal(new SourceSpan(0, text.Length), value.Span);
    }

    [Fact]
    public void A_type_without_null_spans_its_mark()
    {
        var type = Assert.IsType<NonNullTypeNode>(GraphQLParser.ParseType(new Source("[ Int ! ] !")));
        var list = Assert.IsType<ListTypeNode>(type.Type);
        Assert.Equal((new SourceSpan(0, 11), new SourceSpan(0, 9), new SourceSpan(2, 7)), (type.Span, list.Span, list.Type.Span));
    }
}
