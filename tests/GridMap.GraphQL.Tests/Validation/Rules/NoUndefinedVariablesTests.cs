using GridMap.GraphQL.Validation.Rules;

namespace GridMap.GraphQL.Tests.Validation.Rules;

public sealed class NoUndefinedVariablesTests
{
    private readonly RuleCheck _rule = new(context => new NoUndefinedVariables(context));

    [Fact]
    public void Defined_variables_are_good_also_in_fragments_values_and_directives() => _rule.FindsNothing(
        """
        query A($a: ID!, $b: Boolean!, $c: Int!) {
          book(id: $a) {
            ...F
          }
          works(filter: {years: {from: $c}}) {
            year @skip(if: $b)
          }
        }
        
        fragment F on Book {
          isbn @include(if: $b)
          ...G
        }
        
        fragment G on Book {
          pages
        }
        """);

    [Fact]
    public void Undefined_ones_are_told_with_the_operation() => _rule.Finds(
        """
        query A($a: ID!) { book(id: $b) { isbn } author(name: $a) { ...F } }
        fragment F on Author { name @skip(if: $c) }
        """,
        """Variable "$b" is not defined by operation "A". (1:29, 1:1)""",
        """Variable "$c" is not defined by operation "A". (2:39, 1:1)""");

    [Fact]
    public void An_operation_without_a_name_is_not_named() => _rule.Finds(
        """
        { book(id: $b) { isbn } }
        """,
        """Variable "$b" is not defined. (1:12, 1:1)""");

    [Fact]
    public void A_fragment_is_judged_with_each_operation() => _rule.Finds(
        """
        query A($a: Boolean!) { author { ...F } }
        query B { author { ...F } }
        fragment F on Author { name @skip(if: $a) ...G }
        fragment G on Author { born @skip(if: $b) }
        """,
        """Variable "$b" is not defined by operation "A". (4:39, 1:1)""",
        """Variable "$a" is not defined by operation "B". (3:39, 2:1)""",
        """Variable "$b" is not defined by operation "B". (4:39, 2:1)""");

    [Fact]
    public void Cycles_of_fragments_end() => _rule.Finds(
        """
        query A { author { ...F } } fragment F on Author { ...G } fragment G on Author { ...F name @skip(if: $a) }
        """,
        """Variable "$a" is not defined by operation "A". (1:102, 1:1)""");
}
