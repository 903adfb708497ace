using GridMap.GraphQL.Validation.Rules;

namespace GridMap.GraphQL.Tests.Validation.Rules;

public sealed class UniqueVariableNamesTests
{
    private readonly RuleCheck _rule = new(context => new UniqueVariableNames(context));

    [Fact]
    public void Different_names_and_the_same_in_another_operation_are_good() => _rule.FindsNothing(
        """
        query A($a: Int, $b: Int) { author { name } } query B($a: Int) { author { name } }
        """);

    [Fact]
    public void A_repeated_name_is_told_with_all_its_places() => _rule.Finds(
        """
        query A($a: Int, $b: Int, $a: String, $b: Int, $a: Int) { author { name } }
        """,
        """There can be only one variable named "$a". (1:10, 1:28, 1:49)""",
        """There can be only one variable named "$b". (1:19, 1:40)""");
}
