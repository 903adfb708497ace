using GridMap.GraphQL.Validation.Rules;

namespace GridMap.GraphQL.Tests.Validation.Rules;

public sealed class NoFragmentCyclesTests
{
    private readonly RuleCheck _rule = new(context => new NoFragmentCycles(context));

    [Fact]
    public void Spreads_that_do_not_come_back_are_good() => _rule.FindsNothing(
        """
        { author { ...A ...C } }
        fragment A on Author { ...B ...C ...C }
        fragment B on Author { ...C }
        fragment C on Author { name ...Gone }
        """);

    [Fact]
    public void A_fragment_that_spreads_itself_is_told() => _rule.Finds(
        """
        fragment A on Author { ...A }
        """,
        """Cannot spread fragment "A" within itself. (1:24)""");

    [Fact]
    public void So_is_one_that_does_so_within_a_field_or_an_inline_fragment() => _rule.Finds(
        """
        fragment A on Author { friend { ...A } }
        fragment B on Author { ... on Author { ...B } }
        """,
        """Cannot spread fragment "A" within itself. (1:33)""",
        """Cannot spread fragment "B" within itself. (2:40)""");

    [Fact]
    public void A_cycle_of_two_is_told_once() => _rule.Finds(
        """
        fragment A on Author { ...B }
        fragment B on Author { ...A }
        """,
        """Cannot spread fragment "A" within itself via "B". (1:24, 2:24)""");

    [Fact]
    public void A_cycle_tells_its_way() => _rule.Finds(
        """
        fragment A on Author { ...B }
        fragment B on Author { friend { ...C } }
        fragment C on Author { ...D ...A }
        fragment D on Author { ...A }
        """,
        """Cannot spread fragment "A" within itself via "B", "C", "D". (1:24, 2:33, 3:24, 4:24)""",
        """Cannot spread fragment "A" within itself via "B", "C". (1:24, 2:33, 3:29)""");

    [Fact]
    public void Cycles_that_meet_are_told_each() => _rule.Finds(
        """
        fragment A on Author { ...B }
        fragment B on Author { ...B ...C }
        fragment C on Author { ...A ...B }
        """,
        """Cannot spread fragment "B" within itself. (2:24)""",
        """Cannot spread fragment "A" within itself via "B", "C". (1:24, 2:29, 3:24)""",
        """Cannot spread fragment "B" within itself via "C". (2:29, 3:29)""");
}
