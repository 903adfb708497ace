using GridMap.GraphQL.Validation.Rules;

namespace GridMap.GraphQL.Tests.Validation.Rules;

public sealed class UniqueOperationNamesTests
{
    private readonly RuleCheck _rule = new(context => new UniqueOperationNames(context));

    [Fact]
    public void Different_names_and_a_fragment_of_the_same_name_are_good() => _rule.FindsNothing(
        """
        query A { author { ...A } } mutation B { lend(id: 1) { number } } fragment A on Author { name }
        """);

    [Fact]
    public void Each_repeated_name_is_told_with_the_first() => _rule.Finds(
        """
        query A { author { name } }
        query A { author { born } }
        mutation A { lend(id: 1) { number } }
        """,
        """There can be only one operation named "A". (1:7, 2:7)""",
        """There can be only one operation named "A". (1:7, 3:10)""");
}
