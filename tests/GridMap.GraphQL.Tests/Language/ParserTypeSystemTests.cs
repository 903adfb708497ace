using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Tests.Language;

public sealed class ParserTypeSystemTests
{
    [Fact]
    public void Every_part_of_an_object_type_is_read()
    {
        var type = Assert.IsType<ObjectTypeDefinitionNode>(Definition("\"why\" type T implements & A & B @c { \"which\" d(\"how\" e: [F!] = [G] @h): I! @deprecated }"));
        var field = Assert.Single(type.Fields);
        var argument = Assert.Single(field.Arguments);
        Assert.Equal(("why", "T", false, "A B", "c"), (type.Description?.Value, type.Name.Value, type.IsExtension, Names(type.Interfaces), type.Directives[0].Name.Value));
        Assert.Equal(("which", "d", "I!", "deprecated"), (field.Description?.Value, field.Name.Value, Printer.Print(field.Type), field.Directives[0].Name.Value));
        Assert.Equal(("how", "e", "[F!]", "[G]", "h"), (
            argument.Description?.Value, argument.Name.Value, Printer.Print(argument.Type), Printer.Print(argument.DefaultValue!), argument.Directives[0].Name.Value));
    }

    [Fact]
    public void An_interface_may_implement_interfaces()
    {
        var type = Assert.IsType<InterfaceTypeDefinitionNode>(Definition("interface I implements A & B @c { d: E }"));
        Assert.Equal(("I", "A B", "d"), (type.Name.Value, Names(type.Interfaces), type.Fields[0].Name.Value));
    }

    [Fact]
    public void Unions_enums_inputs_and_scalars_are_read()
    {
        Assert.Equal("A B", Names(Assert.IsType<UnionTypeDefinitionNode>(Definition("union U = | A | B")).Types));
        Assert.Equal(["A", "B"], Assert.IsType<EnumTypeDefinitionNode>(Definition("enum E { \"one\" A @x B }")).Values.Select(value => value.Name.Value));
        Assert.Equal(["a", "b"], Assert.IsType<InputObjectTypeDefinitionNode>(Definition("input I @oneOf { a: A b: B }")).Fields.Select(field => field.Name.Value));
        Assert.Equal("specifiedBy", Assert.IsType<ScalarTypeDefinitionNode>(Definition("scalar S @specifiedBy(url: \"u\")")).Directives[0].Name.Value);
    }

    [Fact]
    public void A_schema_names_its_root_types()
    {
        var schema = Assert.IsType<SchemaDefinitionNode>(Definition("\"why\" schema @a { query: Q mutation: M subscription: S }"));
        Assert.Equal([(OperationType.Query, "Q"), (OperationType.Mutation, "M"), (OperationType.Subscription, "S")], schema.OperationTypes.Select(root => (root.Operation, root.Type.Name.Value)));
    }

    [Theory]
    [InlineData("directive @d on QUERY", false, "QUERY")]
    [InlineData("directive @d(a: B = 1) repeatable on | FIELD | INPUT_FIELD_DEFINITION", true, "FIELD INPUT_FIELD_DEFINITION")]
    [InlineData("directive @repeatable on VARIABLE_DEFINITION", false, "VARIABLE_DEFINITION")]
    public void A_directive_says_where_it_may_stand_and_how_often(string text, bool isRepeatable, string locations)
    {
        var directive = Assert.IsType<DirectiveDefinitionNode>(Definition(text));
        Assert.Equal((isRepeatable, locations), (directive.IsRepeatable, string.Join(' ', directive.Locations.Select(location => location.Value))));
    }

    [Theory]
    [InlineData("extend schema @a")]
    [InlineData("extend schema { query: Q }")]
    [InlineData("extend scalar S @a")]
    [InlineData("extend type T implements I")]
    [InlineData("extend type T @a")]
    [InlineData("extend type T { a: B }")]
    [InlineData("extend interface I implements J")]
    [InlineData("extend union U = A")]
    [InlineData("extend enum E { A }")]
    [InlineData("extend input I { a: B }")]
    public void An_extension_adds_to_what_is_defined_elsewhere(string text)
    {
        var isExtension = Definition(text) switch
        {
            SchemaDefinitionNode schema => schema.IsExtension,
            TypeDefinitionNode type => type.IsExtension,
            _ => false,
        };
        Assert.True(isExtension);
    }

    [Theory]
    [InlineData("schema", "Expected \"{\", found <EOF>.", 1, 7)]
    [InlineData("schema{}", "Expected Name, found \"}\".", 1, 8)]
    [InlineData("schema{query}", "Expected \":\", found \"}\".", 1, 13)]
    [InlineData("schema{query:}", "Expected Name, found \"}\".", 1, 14)]
    [InlineData("schema{question:Q}", "Unexpected Name \"question\".", 1, 8)]
    [InlineData("schema{\"why\" query:Q}", "Expected Name, found String \"why\".", 1, 8)]
    [InlineData("schema{query:[Q]}", "Expected Name, found \"[\".", 1, 14)]
    [InlineData("scalar", "Expected Name, found <EOF>.", 1, 7)]
    [InlineData("type", "Expected Name, found <EOF>.", 1, 5)]
    [InlineData("type T{}", "Expected Name, found \"}\".", 1, 8)]
    [InlineData("type T{a}", "Expected \":\", found \"}\".", 1, 9)]
    [InlineData("type T{a:}", "Expected Name, found \"}\".", 1, 10)]
    [InlineData("type T{a():B}", "Expected Name, found \")\".", 1, 10)]
    [InlineData("type T{a(b):C}", "Expected \":\", found \")\".", 1, 11)]
    [InlineData("type T{a(b:C=$d):E}", "Unexpected variable \"$d\" in constant value.", 1, 14)]
    [InlineData("type T implements{a:B}", "Expected Name, found \"{\".", 1, 18)]
    [InlineData("type T implements & {a:B}", "Expected Name, found \"{\".", 1, 21)]
    [InlineData("type T implements A B{a:C}", "Unexpected Name \"B\".", 1, 21)]
    [InlineData("type T implements A,B{a:C}", "Unexpected Name \"B\".", 1, 21)]
    [InlineData("union U=", "Expected Name, found <EOF>.", 1, 9)]
    [InlineData("union U=|", "Expected Name, found <EOF>.", 1, 10)]
    [InlineData("union U=A|", "Expected Name, found <EOF>.", 1, 11)]
    [InlineData("union U=||A", "Expected Name, found \"|\".", 1, 10)]
    [InlineData("union U=A||B", "Expected Name, found \"|\".", 1, 11)]
    [InlineData("union U|A", "Unexpected \"|\".", 1, 8)]
    [InlineData("enum E{}", "Expected Name, found \"}\".", 1, 8)]
    [InlineData("enum E{true}", "Name \"true\" is reserved and cannot be used for an enum value.", 1, 8)]
    [InlineData("enum E{A false}", "Name \"false\" is reserved and cannot be used for an enum value.", 1, 10)]
    [InlineData("enum E{null}", "Name \"null\" is reserved and cannot be used for an enum value.", 1, 8)]
    [InlineData("enum E{1}", "Expected Name, found Int \"1\".", 1, 8)]
    [InlineData("enum E{\"why\"}", "Expected Name, found \"}\".", 1, 13)]
    [InlineData("input I{}", "Expected Name, found \"}\".", 1, 9)]
    [InlineData("input I{a(b:Int):C}", "Expected \":\", found \"(\".", 1, 10)]
    [InlineData("input I{a:B=$c}", "Unexpected variable \"$c\" in constant value.", 1, 13)]
    [InlineData("directive", "Expected \"@\", found <EOF>.", 1, 10)]
    [InlineData("directive d on FIELD", "Expected \"@\", found Name \"d\".", 1, 11)]
    [InlineData("directive @d", "Expected \"on\", found <EOF>.", 1, 13)]
    [InlineData("directive @d on", "Expected Name, found <EOF>.", 1, 16)]
    [InlineData("directive @d on FIELDS", "Unexpected Name \"FIELDS\".", 1, 17)]
    [InlineData("directive @d on FIELD|", "Expected Name, found <EOF>.", 1, 23)]
    [InlineData("directive @d() on FIELD", "Expected Name, found \")\".", 1, 14)]
    [InlineData("directive @d repeatable", "Expected \"on\", found <EOF>.", 1, 24)]
    [InlineData("directive @d on FIELD | foo", "Unexpected Name \"foo\".", 1, 25)]
    [InlineData("interface I implements", "Expected Name, found <EOF>.", 1, 23)]
    [InlineData("type T @d(a:$b){c:D}", "Unexpected variable \"$b\" in constant value.", 1, 13)]
    public void A_definition_that_is_wrong_is_refused(string document, string message, int line, int column) =>
        Refusal.Of(document, message, line, column);

    [Theory]
    [InlineData("extend", "Unexpected <EOF>.", 1, 7)]
    [InlineData("extend schema", "Unexpected <EOF>.", 1, 14)]
    [InlineData("extend schema{}", "Expected Name, found \"}\".", 1, 15)]
    [InlineData("extend scalar S", "Unexpected <EOF>.", 1, 16)]
    [InlineData("extend type T", "Unexpected <EOF>.", 1, 14)]
    [InlineData("extend interface I", "Unexpected <EOF>.", 1, 19)]
    [InlineData("extend union U", "Unexpected <EOF>.", 1, 15)]
    [InlineData("extend enum E", "Unexpected <EOF>.", 1, 14)]
    [InlineData("extend input I", "Unexpected <EOF>.", 1, 15)]
    [InlineData("extend directive @d on FIELD", "Unexpected Name \"directive\".", 1, 8)]
    [InlineData("extend query{a}", "Unexpected Name \"query\".", 1, 8)]
    [InlineData("extend \"why\" type T{a:B}", "Unexpected String \"why\".", 1, 8)]
    [InlineData("extend extend type T", "Unexpected Name \"extend\".", 1, 8)]
    public void An_extension_that_is_wrong_or_adds_nothing_is_refused(string document, string message, int line, int column) =>
        Refusal.Of(document, message, line, column);

    private static DefinitionNode Definition(string text) => Assert.Single(GraphQLParser.Parse(new Source(text)).Definitions);

    private static string Names(IEnumerable<NamedTypeNode> types) => string.Join(' ', types.Select(type => type.Name.Value));
}
