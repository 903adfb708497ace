using GridMap.GraphQL.Validation.Rules;

namespace GridMap.GraphQL.Tests.Validation.Rules;

public sealed class SingleFieldSubscriptionsTests
{
    private readonly RuleCheck _rule = new(context => new SingleFieldSubscriptions(context));

    [Fact]
    public void One_field_is_good() => _rule.FindsNothing(
        """
        subscription A { lent { number } }
        """);

    [Fact]
    public void The_same_field_twice_and_through_fragments_is_one() => _rule.FindsNothing(
        """
        subscription { lent { number } ...On }
        fragment On on Subscription { lent { days } ...On ... { lent { number } } }
        """);

    [Fact]
    public void A_second_field_is_told() => _rule.Finds(
        """
        subscription A { lent { number } returned { number } again: returned { number } returned { days } }
        """,
        """Subscription "A" must select only one top level field. (1:34, 1:81, 1:54)""");

    [Fact]
    public void A_second_field_of_a_fragment_is_told() => _rule.Finds(
        """
        subscription { ...On }
        fragment On on Subscription { lent { number } ...Deep }
        fragment Deep on Subscription { returned { number } }
        """,
        "Anonymous Subscription must select only one top level field. (3:33)");

    [Fact]
    public void Introspection_is_no_subscription() => _rule.Finds(
        """
        subscription A { __typename }
        """,
        """Subscription "A" must not select an introspection top level field. (1:18)""");

    [Fact]
    public void Introspection_beside_a_field_is_told_twice() => _rule.Finds(
        """
        subscription { lent { number } name: __typename }
        """,
        "Anonymous Subscription must select only one top level field. (1:32)",
        "Anonymous Subscription must not select an introspection top level field. (1:32)");

    [Fact]
    public void Unknown_fragments_and_fragments_of_other_types_are_left_to_other_rules() => _rule.FindsNothing(
        """
        subscription { lent { number } ...Gone ...Other } fragment Other on Author { name }
        """);

    [Fact]
    public void Queries_may_have_many_fields() => _rule.FindsNothing(
        """
        query { author { name } __typename }
        """);

    [Fact]
    public void A_condition_could_take_the_field_away() => _rule.Finds(
        """
        subscription A($a: Boolean!) { lent @skip(if: $a) { number } ...On @include(if: true) ... @note(text: "a") { returned { days } } }
        fragment On on Subscription { lent { number } }
        """,
        "Subscription \"A\" must not use `@skip` or `@include` directives in the top level selection. (1:37, 1:68)");

    [Fact]
    public void Conditions_below_the_field_are_good() => _rule.FindsNothing("subscription { lent { number @skip(if: true) } }");
}
