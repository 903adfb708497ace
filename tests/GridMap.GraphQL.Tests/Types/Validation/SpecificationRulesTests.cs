namespace GridMap.GraphQL.Tests.Types.Validation;

/// <summary>Rules of the specification of September 2025 that npm graphql 16 does not check; messages as npm graphql 17 has them, where it has.</summary>
public sealed class SpecificationRulesTests
{
    [Fact]
    public void Documents_of_a_schema_have_no_operations()
    {
        Assert.Equal(
            ["A schema has only definitions of types and directives, no operations or fragments. @ 1:23"],
            SchemaText.FindLocatedErrors("type Query { a: Int } query { a }"));
    }

    [Fact]
    public void Roots_are_different_types()
    {
        Assert.Equal(
            ["All root types must be different, \"Query\" type is used as query, mutation, and subscription root types. @ 1:17 1:33 1:53"],
            SchemaText.FindLocatedErrors("schema { query: Query mutation: Query subscription: Query } type Query { a: Int }"));
    }

    [Theory]
    [InlineData("input I { a: I = {} }", "Invalid circular reference. The default value of Input Object field I.a references itself.")]
    [InlineData("input I { a: I = {a: {b: 1}} b: Int }", "Invalid circular reference. The default value of Input Object field I.a references itself.")]
    [InlineData("input I { a: I = {a: null} }", "")]
    [InlineData(
        "input I { a: J = {} } input J { b: [I!] = [{}] }",
        "Invalid circular reference. The default value of Input Object field I.a references itself via the default values of: J.b.")]
    public void No_default_value_needs_itself(string inputs, string expected) =>
        Assert.Equal(expected, string.Concat(SchemaText.FindErrors(inputs, "type Query { f(i: I): Int }")));

    [Theory]
    [InlineData("Int = 1.5", "Query.f(x:) has invalid default value: Int cannot represent non-integer value: 1.5")]
    [InlineData("Int! = null", "Query.f(x:) has invalid default value: Expected value of non-null type \"Int!\" not to be null.")]
    [InlineData("[Int!] = [1, null]", "Query.f(x:) has invalid default value[1]: Expected value of non-null type \"Int!\" not to be null.")]
    [InlineData("E = C", "Query.f(x:) has invalid default value: Value \"C\" does not exist in \"E\" enum. Did you mean the enum value \"A\" or \"B\"?")]
    [InlineData("I = 5", "Query.f(x:) has invalid default value: Expected value of type \"I\" to be an object, found: 5.")]
    [InlineData("I = {o: {b: 1}}", "Query.f(x:) has invalid default value: Expected value of type \"I\" to include required field \"a\", found: {o: {b: 1}}.")]
    [InlineData("I = {a: 1, ab: 1}", "Query.f(x:) has invalid default value: Expected value of type \"I\" not to include unknown field \"ab\". Did you mean \"a\"? Found: {a: 1, ab: 1}.")]
    [InlineData(
        "I = {a: 1, o: {}}",
        "Query.f(x:) has invalid default value.o: Within OneOf Input Object type \"O\", exactly one field must be specified, and the value for that field must be non-null.")]
    [InlineData("[I] = {a: 1}", "")]
    public void Default_values_are_of_their_types(string argument, string expected) =>
        Assert.Equal(expected, string.Concat(SchemaText.FindErrors(
            $"type Query {{ f(x: {argument}): Int }} enum E {{ A B }} input I {{ a: Int! o: O }} input O @oneOf {{ b: Int c: Int }}")));

    [Fact]
    public void A_default_value_that_holds_an_output_type_is_left_to_the_rule_about_types()
    {
        Assert.Equal(
            ["The type of I.a must be Input Type but got: Query."],
            SchemaText.FindErrors("type Query { f(i: I = {a: 1, b: 2}): Int } input I { a: Query b: Int }"));
    }

    [Fact]
    public void Arguments_of_directives_are_of_their_types()
    {
        Assert.Equal(
            ["Argument \"reason\" has invalid value 5. @ 1:41", "Argument \"reason\" has invalid value null. @ 1:71"],
            SchemaText.FindLocatedErrors("type Query { a: Int @deprecated(reason: 5) b: Int @deprecated(reason: null) }"));
    }

    [Fact]
    public void A_field_is_not_deprecated_where_its_interface_is_not()
    {
        Assert.Equal(
            ["Interface field N.a is not deprecated, so implementation field Query.a must not be deprecated. @ 1:34 1:30"],
            SchemaText.FindLocatedErrors("type Query implements N { a: Int @deprecated } interface N { a: Int }"));
    }

    [Theory]
    [InlineData("directive @a(x: Int @a) on ARGUMENT_DEFINITION", "@a")]
    [InlineData("directive @a(x: Int @b) on ARGUMENT_DEFINITION directive @b(x: Int @a) on ARGUMENT_DEFINITION", "@a @b")]
    [InlineData("directive @a(x: I) on INPUT_FIELD_DEFINITION input I { x: E } enum E { A @b } directive @b(x: I) on ENUM_VALUE", "@b")]
    [InlineData("directive @a(x: I) on INPUT_OBJECT input I @a { x: I }", "@a")]
    [InlineData("directive @a(x: I) on OBJECT directive @b on INPUT_OBJECT input I @b { x: I }", "")]
    public void No_directive_stands_within_itself(string definitions, string expected)
    {
        var errors = SchemaText.FindErrors("type Query { a: Int }", definitions);

        Assert.Equal(expected, string.Join(' ', errors.Select(error => error.Split(' ')[1])));
        Assert.All(errors, error => Assert.EndsWith("cannot reference itself.", error, StringComparison.Ordinal));
    }
}
