using GridMap.GraphQL.Validation.Rules;

namespace GridMap.GraphQL.Tests.Validation.Rules;

public sealed class FieldsOnCorrectTypeTests
{
    private readonly RuleCheck _rule = new(context => new FieldsOnCorrectType(context));

    [Fact]
    public void Fields_of_objects_and_interfaces_and_names_of_unions_are_good() => _rule.FindsNothing(
        """
        {
          __schema {
            types {
              name
            }
          }
          __type(name: "Book") {
            name
          }
          works {
            year
            __typename
            ... on Book {
              isbn
            }
          }
          found(text: "a") {
            __typename
          }
        }
        """);

    [Fact]
    public void An_unknown_field_is_told_with_those_alike() => _rule.Finds(
        """
        { author { nam brn wroks } }
        """,
        """Cannot query field "nam" on type "Author". Did you mean "name"? (1:12)""",
        """Cannot query field "brn" on type "Author". Did you mean "born"? (1:16)""",
        """Cannot query field "wroks" on type "Author". Did you mean "works"? (1:20)""");

    [Fact]
    public void At_most_five_are_suggested_and_the_nearest_first() => _rule.Finds(
        """
        { book(id: 1) { yea pagse isb gnre laons } auhtor { name } }
        """,
        """Cannot query field "yea" on type "Book". Did you mean "year"? (1:17)""",
        """Cannot query field "pagse" on type "Book". Did you mean "pages"? (1:21)""",
        """Cannot query field "isb" on type "Book". Did you mean "isbn"? (1:27)""",
        """Cannot query field "gnre" on type "Book". Did you mean "genre"? (1:31)""",
        """Cannot query field "laons" on type "Book". Did you mean "loans" or "pages"? (1:36)""",
        """Cannot query field "auhtor" on type "Query". Did you mean "author"? (1:44)""");

    [Fact]
    public void A_field_of_some_types_of_an_interface_asks_for_a_fragment() => _rule.Finds(
        """
        { works { isbn pages minutes } }
        """,
        """Cannot query field "isbn" on type "Work". Did you mean to use an inline fragment on "Book" or "Film"? (1:11)""",
        """Cannot query field "pages" on type "Work". Did you mean to use an inline fragment on "Printed", "Book", or "Magazine"? (1:16)""",
        """Cannot query field "minutes" on type "Work". Did you mean to use an inline fragment on "Film"? (1:22)""");

    [Fact]
    public void A_field_of_members_of_a_union_asks_for_a_fragment() => _rule.Finds(
        """
        { found(text: "a") { isbn title name nothing } }
        """,
        """Cannot query field "isbn" on type "Found". Did you mean to use an inline fragment on "Book" or "Film"? (1:22)""",
        """Cannot query field "title" on type "Found". Did you mean to use an inline fragment on "Work", "Film", "Printed", or "Book"? (1:27)""",
        """Cannot query field "name" on type "Found". Did you mean to use an inline fragment on "Author"? (1:33)""",
        """Cannot query field "nothing" on type "Found". (1:38)""");

    [Fact]
    public void Each_place_is_told_and_what_is_under_an_unknown_field_is_not_judged() => _rule.Finds(
        """
        { gone { deeper { still } } author { friend { gone } } ... on Query { lost } }
        """,
        """Cannot query field "gone" on type "Query". (1:3)""",
        """Cannot query field "gone" on type "Author". (1:47)""",
        """Cannot query field "lost" on type "Query". Did you mean "loan"? (1:71)""");

    [Fact]
    public void A_fragment_is_judged_by_its_own_type() => _rule.Finds(
        """
        { author { ...A } } fragment A on Author { isbn ... on Book { nam isbn } }
        """,
        """Cannot query field "isbn" on type "Author". (1:44)""",
        """Cannot query field "nam" on type "Book". (1:63)""");

    [Fact]
    public void Introspection_starts_at_the_query_type_only() => _rule.Finds(
        """
        { author { __schema { types { name } } __type(name: "A") { name } __typename } }
        """,
        """Cannot query field "__schema" on type "Author". (1:12)""",
        """Cannot query field "__type" on type "Author". (1:40)""");

    [Fact]
    public void On_an_unknown_type_nothing_is_judged() => _rule.FindsNothing(
        """
        { ...A } fragment A on Gone { x }
        """);
}
