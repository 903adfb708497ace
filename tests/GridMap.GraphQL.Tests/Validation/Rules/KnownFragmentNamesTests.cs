using GridMap.GraphQL.Validation.Rules;

namespace GridMap.GraphQL.Tests.Validation.Rules;

public sealed class KnownFragmentNamesTests
{
    private readonly RuleCheck _rule = new(context => new KnownFragmentNames(context));

    [Fact]
    public void Defined_fragments_are_good() => _rule.FindsNothing(
        """
        { author { ...A ... on Author { ...A } } } fragment A on Author { name }
        """);

    [Fact]
    public void Undefined_fragments_are_told_wherever_they_are_spread() => _rule.Finds(
        """
        { ...B author { ...A ... { ...C } } } fragment A on Author { name ...D }
        """,
        """Unknown fragment "B". (1:6)""",
        """Unknown fragment "C". (1:31)""",
        """Unknown fragment "D". (1:70)""");
}
