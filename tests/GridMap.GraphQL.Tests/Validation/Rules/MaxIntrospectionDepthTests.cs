using GridMap.GraphQL.Validation.Rules;

namespace GridMap.GraphQL.Tests.Validation.Rules;

public sealed class MaxIntrospectionDepthTests
{
    private readonly RuleCheck _rule = new(context => new MaxIntrospectionDepth(context));

    [Fact]
    public void Two_lists_are_good() => _rule.FindsNothing(
        """
        { __schema { types { fields { type { fields { name } } } } } }
        """);

    [Fact]
    public void Three_lists_are_too_deep() => _rule.Finds(
        """
        { __schema { types { fields { type { fields { type { fields { name } } } } } } } }
        """,
        "Maximum introspection depth exceeded (1:3)");

    [Fact]
    public void All_kinds_of_lists_count() => _rule.Finds(
        """
        { __type(name: "A") { interfaces { possibleTypes { inputFields { name } } } } }
        """,
        "Maximum introspection depth exceeded (1:3)");

    [Fact]
    public void Fragments_are_followed() => _rule.Finds(
        """
        { __type(name: "A") { ...T } }
        fragment T on __Type { fields { type { ... on __Type { ...U } } } }
        fragment U on __Type { fields { type { ...V } } }
        fragment V on __Type { interfaces { name } }
        """,
        "Maximum introspection depth exceeded (1:3)");

    [Fact]
    public void Cycles_of_fragments_come_to_an_end() => _rule.FindsNothing(
        """
        { __type(name: "A") { ...T } } fragment T on __Type { ofType { ...T ...Gone } }
        """);

    [Fact]
    public void Each_start_is_told() => _rule.Finds(
        """
        { a: __type(name: "A") { ...T } b: __type(name: "A") { ...T } }
        fragment T on __Type { fields { type { fields { type { fields { name } } } } } }
        """,
        "Maximum introspection depth exceeded (1:3)",
        "Maximum introspection depth exceeded (1:33)");

    [Fact]
    public void Fields_of_such_names_elsewhere_do_not_count() => _rule.FindsNothing(
        """
        { author { fields { fields { fields } } } }
        """);
}
