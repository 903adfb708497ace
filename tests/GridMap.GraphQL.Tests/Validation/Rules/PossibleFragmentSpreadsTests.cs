using GridMap.GraphQL.Validation.Rules;

namespace GridMap.GraphQL.Tests.Validation.Rules;

public sealed class PossibleFragmentSpreadsTests
{
    private readonly RuleCheck _rule = new(context => new PossibleFragmentSpreads(context));

    [Fact]
    public void The_same_type_an_interface_of_it_and_a_member_of_a_union_are_possible() => _rule.FindsNothing(
        """
        { book(id: 1) { ...B ...W ...F ... { isbn } } found(text: "a") { ...B ...W } works { ...F ...P } }
        fragment B on Book { isbn }
        fragment W on Work { year }
        fragment F on Found { __typename }
        fragment P on Printed { pages }
        """);

    [Fact]
    public void Another_object_type_is_not() => _rule.Finds(
        """
        { author { ...B ... on Film { year } } }
        fragment B on Book { isbn }
        """,
        """Fragment "B" cannot be spread here as objects of type "Author" can never be of type "Book". (1:12)""",
        """Fragment cannot be spread here as objects of type "Author" can never be of type "Film". (1:17)""");

    [Fact]
    public void An_interface_that_the_type_has_not_is_not() => _rule.Finds(
        """
        { author { ... on Work { year } } ...P }
        fragment P on Printed { ... on Film { minutes } ... on Author { name } }
        """,
        """Fragment cannot be spread here as objects of type "Author" can never be of type "Work". (1:12)""",
        """Fragment "P" cannot be spread here as objects of type "Query" can never be of type "Printed". (1:35)""",
        """Fragment cannot be spread here as objects of type "Printed" can never be of type "Film". (2:25)""",
        """Fragment cannot be spread here as objects of type "Printed" can never be of type "Author". (2:49)""");

    [Fact]
    public void A_union_without_the_type_is_not() => _rule.Finds(
        """
        { lastLoan { ...F } works { ... on Loan { days } } }
        fragment F on Found { ... on Magazine { issue } ... on Printed { pages } }
        """,
        """Fragment "F" cannot be spread here as objects of type "Loan" can never be of type "Found". (1:14)""",
        """Fragment cannot be spread here as objects of type "Work" can never be of type "Loan". (1:29)""",
        """Fragment cannot be spread here as objects of type "Found" can never be of type "Magazine". (2:23)""");

    [Fact]
    public void Unknown_and_wrong_types_are_left_to_other_rules() => _rule.FindsNothing(
        """
        { author { ...Gone ... on Gone { x } ... on String { x } gone { ... on Book { isbn } } } }
        """);
}
