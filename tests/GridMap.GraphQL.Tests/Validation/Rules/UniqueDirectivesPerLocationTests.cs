using GridMap.GraphQL.Validation.Rules;

namespace GridMap.GraphQL.Tests.Validation.Rules;

public sealed class UniqueDirectivesPerLocationTests
{
    private readonly RuleCheck _rule = new(context => new UniqueDirectivesPerLocation(context));

    [Fact]
    public void Different_directives_and_the_same_at_other_places_are_good() => _rule.FindsNothing(
        """
        { author @skip(if: false) @include(if: true) { name @skip(if: false) born @skip(if: false) } }
        """);

    [Fact]
    public void A_repeatable_directive_may_be_repeated() => _rule.FindsNothing(
        """
        { author @note(text: "a") @note(text: "b") { name } }
        """);

    [Fact]
    public void Unknown_directives_are_left_to_another_rule() => _rule.FindsNothing(
        """
        { author @gone @gone { name } }
        """);

    [Fact]
    public void Each_repeated_one_is_told_with_the_first() => _rule.Finds(
        """
        {
          author @skip(if: false) @include(if: true) @skip(if: false) @skip(if: true) @include(if: true) {
            ...F @skip(if: true) @skip(if: true)
          }
        }
        
        fragment F on Author {
          name @once(by: "a") @once(by: "a")
        }
        """,
        """The directive "@skip" can only be used once at this location. (2:10, 2:46)""",
        """The directive "@skip" can only be used once at this location. (2:10, 2:63)""",
        """The directive "@include" can only be used once at this location. (2:27, 2:79)""",
        """The directive "@skip" can only be used once at this location. (3:10, 3:26)""",
        """The directive "@once" can only be used once at this location. (8:8, 8:23)""");
}
