using GridMap.GraphQL.Validation.Rules;

namespace GridMap.GraphQL.Tests.Validation.Rules;

public sealed class VariablesInAllowedPositionTests
{
    private readonly RuleCheck _rule = new(context => new VariablesInAllowedPosition(context));

    [Fact]
    public void Equal_and_stricter_types_are_good() => _rule.FindsNothing(
        """
        query ($a: ID!, $b: String, $c: [Int!]!, $d: Boolean!, $e: Int!) {
          book(id: $a) {
            isbn
          }
          author(name: $b) {
            name @skip(if: $d)
          }
          count(ints: $c)
          x: count(ints: [$e], ids: [$a])
          works(filter: {years: {from: $e}}) {
            year
          }
        }
        """);

    [Fact]
    public void A_default_of_the_variable_or_of_the_place_allows_null() => _rule.FindsNothing(
        """
        query ($a: ID = 1, $b: Int) {
          book(id: $a) {
            isbn
          }
          count(needed: $b)
          works(filter: {years: {from: 1, to: $b}}) {
            year
          }
        }
        """);

    [Fact]
    public void A_default_of_null_allows_nothing() => _rule.Finds(
        """
        query ($a: ID = null) { book(id: $a) { isbn } }
        """,
        """Variable "$a" of type "ID" used in position expecting type "ID!". (1:8, 1:34)""");

    [Fact]
    public void Nullable_variables_are_refused_where_null_is() => _rule.Finds(
        """
        query A($a: ID, $b: Boolean, $c: [Int]) { book(id: $a) { isbn @include(if: $b) } count(ints: $c) }
        """,
        """Variable "$a" of type "ID" used in position expecting type "ID!". (1:9, 1:52)""",
        """Variable "$b" of type "Boolean" used in position expecting type "Boolean!". (1:17, 1:76)""",
        """Variable "$c" of type "[Int]" used in position expecting type "[Int!]". (1:30, 1:94)""");

    [Fact]
    public void Other_types_are_refused() => _rule.Finds(
        """
        query A($a: Int, $b: [String], $c: String!, $d: Genre) {
          book(id: $a) {
            isbn
          }
          author(name: $b) {
            name
          }
          count(ints: $c, at: $a, text: $d)
        }
        """,
        """Variable "$a" of type "Int" used in position expecting type "ID!". (1:9, 2:12)""",
        """Variable "$b" of type "[String]" used in position expecting type "String". (1:18, 5:16)""",
        """Variable "$c" of type "String!" used in position expecting type "[Int!]". (1:32, 8:15)""",
        """Variable "$a" of type "Int" used in position expecting type "Float". (1:9, 8:23)""",
        """Variable "$d" of type "Genre" used in position expecting type "String". (1:45, 8:33)""");

    [Fact]
    public void Variables_in_lists_objects_and_fragments_are_judged() => _rule.Finds(
        """
        query ($a: String, $b: Int) { works(filter: {genre: $a, years: {from: $b}, titles: [$a], all: $b}) { ...F } }
        fragment F on Work { title(in: $a) }
        """,
        """Variable "$a" of type "String" used in position expecting type "Genre". (1:8, 1:53)""",
        """Variable "$b" of type "Int" used in position expecting type "Int!". (1:20, 1:71)""",
        """Variable "$a" of type "String" used in position expecting type "String!". (1:8, 1:85)""",
        """Variable "$b" of type "Int" used in position expecting type "[Filter!]". (1:20, 1:95)""",
        """Variable "$a" of type "String" used in position expecting type "Language". (1:8, 2:32)""");

    [Fact]
    public void An_item_of_a_list_has_no_default() => _rule.Finds(
        """
        query ($b: Int) { count(ints: [$b]) }
        """,
        """Variable "$b" of type "Int" used in position expecting type "Int!". (1:8, 1:32)""");

    [Fact]
    public void A_variable_of_one_of_an_object_is_not_null() => _rule.Finds(
        """
        query ($n: Int, $m: Int = 1, $r: String!) {
          a: lastLoan(by: {number: $n}) {
            days
          }
          b: lastLoan(by: {number: $m}) {
            days
          }
          c: lastLoan(by: {reader: $r}) {
            days
          }
        }
        """,
        """Variable "$n" is of type "Int" but must be non-nullable to be used for OneOf Input Object "LoanKey". (1:8, 2:28)""",
        """Variable "$m" is of type "Int" but must be non-nullable to be used for OneOf Input Object "LoanKey". (1:17, 5:28)""");

    [Fact]
    public void Unknown_variables_types_and_places_are_left_to_other_rules() => _rule.FindsNothing(
        """
        query ($a: Gone) { author(name: $a, gone: $a) { name @skip(if: $b) } }
        """);
}
