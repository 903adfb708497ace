using GridMap.GraphQL.Validation.Rules;

namespace GridMap.GraphQL.Tests.Validation.Rules;

public sealed class NoUnusedVariablesTests
{
    private readonly RuleCheck _rule = new(context => new NoUnusedVariables(context));

    [Fact]
    public void Variables_used_in_arguments_fragments_and_objects_are_good() => _rule.FindsNothing(
        """
        query A($a: ID!, $b: Boolean!, $c: Int!) {
          book(id: $a) {
            ...F
          }
          works(filter: {all: [{years: {from: $c}}]}) {
            year
          }
        }
        
        fragment F on Book {
          isbn @include(if: $b)
        }
        """);

    [Fact]
    public void Unused_ones_are_told() => _rule.Finds(
        """
        query A($a: ID!, $b: Int = 1) { book(id: $a) { isbn } }
        query B($c: String) { author { name } }
        """,
        """Variable "$b" is never used in operation "A". (1:18)""",
        """Variable "$c" is never used in operation "B". (2:9)""");

    [Fact]
    public void An_operation_without_a_name_is_not_named() => _rule.Finds(
        """
        query ($a: ID!) { author { name } }
        """,
        """Variable "$a" is never used. (1:8)""");

    [Fact]
    public void Use_by_a_fragment_of_another_operation_is_no_use() => _rule.Finds(
        """
        query A($a: Boolean!) { author { name } }
        query B($a: Boolean!) { author { ...F } }
        fragment F on Author { name @skip(if: $a) }
        """,
        """Variable "$a" is never used in operation "A". (1:9)""");
}
