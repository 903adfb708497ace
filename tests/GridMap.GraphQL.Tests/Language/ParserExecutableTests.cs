using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Tests.Language;

public sealed class ParserExecutableTests
{
    [Fact]
    public void Every_part_of_an_operation_is_read()
    {
        var operation = Assert.IsType<OperationDefinitionNode>(Definition("\"why\" subscription S(\"which\" $a: [Int!] = [1] @b) @c(d: $a) { e }"));
        var variable = Assert.Single(operation.VariableDefinitions);
        Assert.Equal((OperationType.Subscription, "S", "why", "c"), (operation.Operation, operation.Name?.Value, operation.Description?.Value, operation.Directives[0].Name.Value));
        Assert.Equal(("which", "a", "[Int!]", "[1]", "b"), (
            variable.Description?.Value, variable.Variable.Name.Value, Printer.Print(variable.Type), Printer.Print(variable.DefaultValue!), variable.Directives[0].Name.Value));
        Assert.Equal((new SourceSpan(0, 65), new SourceSpan(21, 48)), (operation.Span, variable.Span));
    }

    [Fact]
    public void Every_kind_of_selection_is_read()
    {
        var selections = Assert.IsType<OperationDefinitionNode>(Definition("{ a: b(c: 1) @d { e } ...F @g ... on T @h { i } ... { j } on }")).SelectionSet.Selections;
        var field = Assert.IsType<FieldNode>(selections[0]);
        Assert.Equal(("a", "b", "c", "d"), (field.Alias?.Value, field.Name.Value, field.Arguments[0].Name.Value, field.Directives[0].Name.Value));
        Assert.Equal("F", Assert.IsType<FragmentSpreadNode>(selections[1]).Name.Value);
        Assert.Equal("T", Assert.IsType<InlineFragmentNode>(selections[2]).TypeCondition?.Name.Value);
        Assert.Null(Assert.IsType<InlineFragmentNode>(selections[3]).TypeCondition);
        Assert.Equal("on", Assert.IsType<FieldNode>(selections[4]).ResponseName);
        Assert.Equal([new(2, 21), new(22, 29), new(30, 47), new(48, 57), new(58, 60)], selections.Select(selection => selection.Span));
    }

    [Fact]
    public void Every_part_of_a_fragment_is_read()
    {
        var fragment = Assert.IsType<FragmentDefinitionNode>(Definition("\"\"\"why\"\"\" fragment fragment on T @a { b }"));
        Assert.Equal(("fragment", "T", "a", true), (fragment.Name.Value, fragment.TypeCondition.Name.Value, fragment.Directives[0].Name.Value, fragment.Description!.IsBlock));
    }

    [Theory]
    [InlineData("on")]
    [InlineData("fragment")]
    [InlineData("query")]
    [InlineData("mutation")]
    [InlineData("subscription")]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("null")]
    [InlineData("type")]
    [InlineData("extend")]
    public void A_keyword_is_a_name_wherever_a_name_may_stand(string keyword)
    {
        var fragment = keyword == "on" ? "F" : keyword;
        var document = $"query {keyword}(${keyword}: {keyword}) @{keyword} {{ {keyword}: {keyword}({keyword}: ${keyword}) ...{fragment} ... on {keyword} {{ {keyword} }} }} fragment {fragment} on {keyword} {{ {keyword} }}";
        Assert.Equal(2, GraphQLParser.Parse(new Source(document)).Definitions.Count);
    }

    [Theory]
    [InlineData("query", "Expected \"{\", found <EOF>.", 1, 6)]
    [InlineData("query Q", "Expected \"{\", found <EOF>.", 1, 8)]
    [InlineData("query Q()", "Expected \"$\", found \")\".", 1, 9)]
    [InlineData("query Q($)", "Expected Name, found \")\".", 1, 10)]
    [InlineData("query Q($a)", "Expected \":\", found \")\".", 1, 11)]
    [InlineData("query Q($a:)", "Expected Name, found \")\".", 1, 12)]
    [InlineData("query Q($a:Int=){a}", "Unexpected \")\".", 1, 16)]
    [InlineData("query Q($a:Int=$b){a}", "Unexpected variable \"$b\" in constant value.", 1, 16)]
    [InlineData("query Q($a:Int=[$b]){a}", "Unexpected variable \"$b\" in constant value.", 1, 17)]
    [InlineData("query Q($a:Int=$){a}", "Unexpected \"$\".", 1, 16)]
    [InlineData("query Q($a:Int @d(e:$b)){a}", "Unexpected variable \"$b\" in constant value.", 1, 21)]
    [InlineData("query Q($a:[Int){a}", "Expected \"]\", found \")\".", 1, 16)]
    [InlineData("query Q($a:Int!!){a}", "Expected \"$\", found \"!\".", 1, 16)]
    [InlineData("query Q($a:!Int){a}", "Expected Name, found \"!\".", 1, 12)]
    [InlineData("query{a}}", "Unexpected \"}\".", 1, 9)]
    public void An_operation_or_variable_that_is_wrong_is_refused(string document, string message, int line, int column) =>
        Refusal.Of(document, message, line, column);

    [Theory]
    [InlineData("{...}", "Expected \"{\", found \"}\".", 1, 5)]
    [InlineData("{... on}", "Expected Name, found \"}\".", 1, 8)]
    [InlineData("{... on {a}}", "Expected Name, found \"{\".", 1, 9)]
    [InlineData("{... on A}", "Expected \"{\", found \"}\".", 1, 10)]
    [InlineData("{...A @}", "Expected Name, found \"}\".", 1, 8)]
    [InlineData("fragment", "Expected Name, found <EOF>.", 1, 9)]
    [InlineData("fragment on on T{a}", "Unexpected Name \"on\".", 1, 10)]
    [InlineData("fragment F{a}", "Expected \"on\", found \"{\".", 1, 11)]
    [InlineData("fragment F on{a}", "Expected Name, found \"{\".", 1, 14)]
    [InlineData("fragment F on T", "Expected \"{\", found <EOF>.", 1, 16)]
    [InlineData("fragment F($a:Int) on T{a}", "Expected \"on\", found \"(\".", 1, 11)]
    [InlineData("{...on \"a\"}", "Expected Name, found String \"a\".", 1, 8)]
    public void A_fragment_that_is_wrong_is_refused(string document, string message, int line, int column) =>
        Refusal.Of(document, message, line, column);

    [Theory]
    [InlineData("", "Unexpected <EOF>.", 1, 1)]
    [InlineData(" # nothing", "Unexpected <EOF>.", 1, 11)]
    [InlineData("{", "Expected Name, found <EOF>.", 1, 2)]
    [InlineData("{}", "Expected Name, found \"}\".", 1, 2)]
    [InlineData("{a", "Expected Name, found <EOF>.", 1, 3)]
    [InlineData("{a{}}", "Expected Name, found \"}\".", 1, 4)]
    [InlineData("{a()}", "Expected Name, found \")\".", 1, 4)]
    [InlineData("{a(b)}", "Expected \":\", found \")\".", 1, 5)]
    [InlineData("{a(b:)}", "Unexpected \")\".", 1, 6)]
    [InlineData("{a(:1)}", "Expected Name, found \":\".", 1, 4)]
    [InlineData("{a:}", "Expected Name, found \"}\".", 1, 4)]
    [InlineData("{:a}", "Expected Name, found \":\".", 1, 2)]
    [InlineData("notAnOperation{a}", "Unexpected Name \"notAnOperation\".", 1, 1)]
    [InlineData("\"why\" {a}", "Unexpected description, descriptions are not supported on shorthand queries.", 1, 1)]
    [InlineData("\"why\"", "Unexpected <EOF>.", 1, 6)]
    [InlineData("\"why\" foo", "Unexpected description, only GraphQL definitions support descriptions.", 1, 1)]
    [InlineData("\"why\" extend type T{a:B}", "Unexpected description, only GraphQL definitions support descriptions.", 1, 1)]
    [InlineData("{a} \"why\" {b}", "Unexpected description, descriptions are not supported on shorthand queries.", 1, 5)]
    [InlineData("{a(b:{c})}", "Expected \":\", found \"}\".", 1, 8)]
    [InlineData("{a(b:{c:})}", "Unexpected \"}\".", 1, 9)]
    [InlineData("{a(b:{1:2})}", "Expected Name, found Int \"1\".", 1, 7)]
    [InlineData("{a(b:[)}", "Unexpected \")\".", 1, 7)]
    [InlineData("{a(b:{\"c\":1})}", "Expected Name, found String \"c\".", 1, 7)]
    [InlineData("{a(b:\"text\" \"more\")}", "Expected Name, found String \"more\".", 1, 13)]
    [InlineData("{a \"why\" b}", "Expected Name, found String \"why\".", 1, 4)]
    [InlineData("{a(b:\"\"\"more\"\"\" \"\"\" x\n y \"\"\")}", "Expected Name, found BlockString \" x\ny \".", 1, 17)]
    [InlineData("{a @b @}", "Expected Name, found \"}\".", 1, 8)]
    [InlineData("true", "Unexpected Name \"true\".", 1, 1)]
    [InlineData("{a|b}", "Expected Name, found \"|\".", 1, 3)]
    [InlineData("{a&b}", "Expected Name, found \"&\".", 1, 3)]
    [InlineData("{a!}", "Expected Name, found \"!\".", 1, 3)]
    [InlineData("{a=b}", "Expected Name, found \"=\".", 1, 3)]
    [InlineData("{a]}", "Expected Name, found \"]\".", 1, 3)]
    [InlineData("{a)}", "Expected Name, found \")\".", 1, 3)]
    public void A_selection_or_argument_that_is_wrong_is_refused(string document, string message, int line, int column) =>
        Refusal.Of(document, message, line, column);

    private static DefinitionNode Definition(string text) => Assert.Single(GraphQLParser.Parse(new Source(text)).Definitions);
}
