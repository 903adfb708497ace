using GridMap.GraphQL.Validation.Rules;

namespace GridMap.GraphQL.Tests.Validation.Rules;

public sealed class LoneAnonymousOperationTests
{
    private readonly RuleCheck _rule = new(context => new LoneAnonymousOperation(context));

    [Fact]
    public void One_operation_needs_no_name() => _rule.FindsNothing(
        """
        { author { name } }
        """);

    [Fact]
    public void A_fragment_beside_it_changes_nothing() => _rule.FindsNothing(
        """
        { author { ...Name } } fragment Name on Author { name }
        """);

    [Fact]
    public void Two_operations_need_names() => _rule.Finds(
        """
        { author { name } }
        { author { born } }
        """,
        "This anonymous operation must be the only defined operation. (1:1)",
        "This anonymous operation must be the only defined operation. (2:1)");

    [Fact]
    public void Beside_a_named_operation_the_other_needs_a_name_too() => _rule.Finds(
        """
        query A { author { name } }
        subscription { lent { number } }
        """,
        "This anonymous operation must be the only defined operation. (2:1)");
}
