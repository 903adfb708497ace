using GridMap.GraphQL.Validation.Rules;

namespace GridMap.GraphQL.Tests.Validation.Rules;

public sealed class NoUnusedFragmentsTests
{
    private readonly RuleCheck _rule = new(context => new NoUnusedFragments(context));

    [Fact]
    public void Fragments_spread_through_others_are_used() => _rule.FindsNothing(
        """
        query A { author { ...A } }
        query B { author { ...C } }
        fragment A on Author { ...B }
        fragment B on Author { name }
        fragment C on Author { born }
        """);

    [Fact]
    public void Fragments_that_only_spread_each_other_are_not_used() => _rule.Finds(
        """
        { author { name } }
        fragment A on Author { ...B }
        fragment B on Author { ...A }
        """,
        """Fragment "A" is never used. (2:1)""",
        """Fragment "B" is never used. (3:1)""");

    [Fact]
    public void Unused_fragments_are_told() => _rule.Finds(
        """
        { author { ...A } }
        fragment A on Author { name }
        fragment B on Author { ...Gone }
        """,
        """Fragment "B" is never used. (3:1)""");

    [Fact]
    public void Of_a_repeated_name_all_are_used_or_none() => _rule.FindsNothing(
        """
        { author { ...A } }
        fragment A on Author { name }
        fragment A on Author { born }
        """);
}
