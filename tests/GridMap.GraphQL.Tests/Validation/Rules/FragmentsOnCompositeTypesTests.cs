using GridMap.GraphQL.Validation.Rules;

namespace GridMap.GraphQL.Tests.Validation.Rules;

public sealed class FragmentsOnCompositeTypesTests
{
    private readonly RuleCheck _rule = new(context => new FragmentsOnCompositeTypes(context));

    [Fact]
    public void Objects_interfaces_and_unions_have_selections() => _rule.FindsNothing(
        """
        { found(text: "a") { ...F ... on Book { isbn } ... on Work { year } ... { __typename } } }
        fragment F on Found { __typename }
        """);

    [Fact]
    public void Scalars_enums_and_input_objects_have_none() => _rule.Finds(
        """
        { author { ... on String { x } ...E ...I } }
        fragment E on Genre { x }
        fragment I on Filter { x }
        """,
        """Fragment cannot condition on non composite type "String". (1:19)""",
        """Fragment "E" cannot condition on non composite type "Genre". (2:15)""",
        """Fragment "I" cannot condition on non composite type "Filter". (3:15)""");

    [Fact]
    public void An_unknown_type_is_left_to_another_rule() => _rule.FindsNothing(
        """
        { author { ... on Nothing { x } } }
        """);
}
