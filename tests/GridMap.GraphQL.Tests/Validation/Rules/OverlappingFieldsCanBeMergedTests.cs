using GridMap.GraphQL.Validation.Rules;

namespace GridMap.GraphQL.Tests.Validation.Rules;

public sealed class OverlappingFieldsCanBeMergedTests
{
    private readonly RuleCheck _rule = new(context => new OverlappingFieldsCanBeMerged(context));

    [Fact]
    public void The_same_field_twice_is_one() => _rule.FindsNothing(
        """
        { author(name: "a") { name name n: name n: name } author(name: "a") { born } }
        """);

    [Fact]
    public void Order_of_arguments_and_of_fields_of_objects_means_nothing() => _rule.FindsNothing(
        """
        {
          works(first: 1, filter: {genre: PROSE, titles: ["a"]}) {
            year
          }
          works(filter: {titles: ["a"], genre: PROSE}, first: 1) {
            title
          }
        }
        """);

    [Fact]
    public void Different_fields_are_in_conflict() => _rule.Finds(
        """
        { author { x: name
         x: born } }
        """,
        """Fields "x" conflict because "name" and "born" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:12, 2:2)""");

    [Fact]
    public void Three_different_fields_are_three_conflicts() => _rule.Finds(
        """
        { book(id: 1) { x: isbn x: pages x: year } }
        """,
        """Fields "x" conflict because "isbn" and "pages" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:17, 1:25)""",
        """Fields "x" conflict because "isbn" and "year" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:17, 1:34)""",
        """Fields "x" conflict because "pages" and "year" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:25, 1:34)""");

    [Fact]
    public void An_alias_that_hides_a_field_is_in_conflict() => _rule.Finds(
        """
        { author { name: born name } }
        """,
        """Fields "name" conflict because "born" and "name" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:12, 1:23)""");

    [Fact]
    public void Different_arguments_are_in_conflict() => _rule.Finds(
        """
        { author(name: "a") { name } author(name: "b") { name } }
        """,
        """Fields "author" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (1:3, 1:30)""");

    [Fact]
    public void Missing_arguments_are_in_conflict() => _rule.Finds(
        """
        { author(name: "a") { name } author { name } works(first: 1) { year } works(filter: {}) { year } }
        """,
        """Fields "author" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (1:3, 1:30)""",
        """Fields "works" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (1:46, 1:71)""");

    [Fact]
    public void Values_of_different_kinds_are_in_conflict() => _rule.Finds(
        """
        query ($v: String, $w: String) {
          a: author(name: $v) {
            name
          }
          a: author(name: $w) {
            name
          }
          b: author(name: "v") {
            name
          }
          b: author(name: $v) {
            name
          }
          c: count(any: 1)
          c: count(any: 1.0)
          d: count(any: "a")
          d: count(any: a)
          e: count(any: [1, 2])
          e: count(any: [2, 1])
          f: count(any: {a: 1})
          f: count(any: {a: 1, b: 2})
          g: count(any: null)
          g: count(any: false)
          h: count(any: true)
          h: count(any: false)
        }
        """,
        """Fields "a" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (2:3, 5:3)""",
        """Fields "b" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (8:3, 11:3)""",
        """Fields "c" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (14:3, 15:3)""",
        """Fields "d" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (16:3, 17:3)""",
        """Fields "e" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (18:3, 19:3)""",
        """Fields "f" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (20:3, 21:3)""",
        """Fields "g" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (22:3, 23:3)""",
        """Fields "h" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (24:3, 25:3)""");

    [Fact]
    public void A_string_and_a_block_of_the_same_text_differ() => _rule.Finds(
        """""
        { a: count(text: "x") a: count(text: """x""") }
        """"",
        """Fields "a" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional. (1:3, 1:23)""");

    [Fact]
    public void Fields_of_types_that_exclude_each_other_may_differ() => _rule.FindsNothing(
        """
        { found(text: "a") { ... on Book { n: title(in: ZH) x: year } ... on Author { n: name x: born } } }
        """);

    [Fact]
    public void But_not_in_the_type_of_their_values() => _rule.Finds(
        """
        { found(text: "a") { ... on Book { x: pages } ... on Film { x: minutes } } }
        """,
        """Fields "x" conflict because they return conflicting types "Int" and "Float". Use different aliases on the fields to fetch both if this was intentional. (1:36, 1:61)""");

    [Fact]
    public void Nor_in_whether_that_is_a_list_or_can_be_null() => _rule.Finds(
        """
        {
          found(text: "a") {
            ... on Book {
              x: isbn
              y: loans {
                days
              }
              z: author {
                name
              }
            }
            ... on Author {
              x: name
              y: works {
                year
              }
              z: works {
                year
              }
            }
            ... on Film {
              y: loans {
                days
              }
            }
          }
        }
        """,
        """Fields "x" conflict because they return conflicting types "String" and "String!". Use different aliases on the fields to fetch both if this was intentional. (4:7, 13:7)""",
        """Fields "y" conflict because they return conflicting types "[Loan!]!" and "[Loan]". Use different aliases on the fields to fetch both if this was intentional. (5:7, 22:7)""",
        """Fields "y" conflict because they return conflicting types "[Work!]!" and "[Loan]". Use different aliases on the fields to fetch both if this was intentional. (14:7, 22:7)""",
        """Fields "z" conflict because they return conflicting types "Author" and "[Work!]!". Use different aliases on the fields to fetch both if this was intentional. (8:7, 17:7)""");

    [Fact]
    public void Fields_of_interfaces_meet_those_of_any_type() => _rule.Finds(
        """
        {
          works {
            ... on Printed {
              x: pages
            }
            ... on Book {
              x: year
            }
            ... on Film {
              y: year
            }
            ... on Printed {
              y: pages
            }
          }
        }
        """,
        """Fields "x" conflict because "pages" and "year" are different fields. Use different aliases on the fields to fetch both if this was intentional. (4:7, 7:7)""",
        """Fields "y" conflict because "year" and "pages" are different fields. Use different aliases on the fields to fetch both if this was intentional. (10:7, 13:7)""");

    [Fact]
    public void A_conflict_below_is_told_with_all_that_leads_there() => _rule.Finds(
        """
        { author { x: friend { y: name } x: friend { y: born } } }
        """,
        """Fields "x" conflict because subfields "y" conflict because "name" and "born" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:12, 1:24, 1:34, 1:46)""");

    [Fact]
    public void Conflicts_below_are_told_together() => _rule.Finds(
        """
        { author { x: friend { y: name z: born } x: friend { y: born z: name } } }
        """,
        """Fields "x" conflict because subfields "y" conflict because "name" and "born" are different fields and subfields "z" conflict because "born" and "name" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:12, 1:24, 1:32, 1:42, 1:54, 1:62)""");

    [Fact]
    public void A_deep_conflict_tells_its_way() => _rule.Finds(
        """
        { author { friend { friend { x: name } } friend { friend { x: born } } } }
        """,
        """Fields "friend" conflict because subfields "friend" conflict because subfields "x" conflict because "name" and "born" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:12, 1:21, 1:30, 1:42, 1:51, 1:60)""");

    [Fact]
    public void A_deep_conflict_is_told_where_it_becomes_one() => _rule.Finds(
        """
        { author { friend { friend { x: name } } } author { friend { friend { x: name } friend { x: born } } } }
        """,
        """Fields "author" conflict because subfields "friend" conflict because subfields "friend" conflict because subfields "x" conflict because "name" and "born" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:3, 1:12, 1:21, 1:30, 1:44, 1:53, 1:81, 1:90)""",
        """Fields "friend" conflict because subfields "x" conflict because "name" and "born" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:62, 1:71, 1:81, 1:90)""");

    [Fact]
    public void A_conflict_below_exclusive_types_is_of_shape_only() => _rule.Finds(
        """
        { found(text: "a") { ... on Book { author { x: name y: born } } ... on Film { author { x: name y: name } } } }
        """,
        """Fields "author" conflict because subfields "y" conflict because they return conflicting types "Int" and "String!". Use different aliases on the fields to fetch both if this was intentional. (1:36, 1:53, 1:79, 1:96)""");

    [Fact]
    public void A_difference_below_exclusive_types_is_none() => _rule.FindsNothing(
        """
        {
          found(text: "a") {
            ... on Book {
              author {
                x: friend(a: 1) {
                  name
                }
                z: name
              }
            }
            ... on Film {
              author {
                x: friend {
                  name
                }
                z: name
              }
            }
          }
        }
        """);

    [Fact]
    public void Inline_fragments_are_part_of_what_is_around() => _rule.Finds(
        """
        { author { ... { x: name } ... on Author { x: born } } }
        """,
        """Fields "x" conflict because "name" and "born" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:18, 1:44)""");

    [Fact]
    public void Unknown_fields_types_and_fragments_are_compared_by_name() => _rule.Finds(
        """
        { author { x: gone x: lost ...Gone ... on Nothing { y: a } ... on Nothing { y: b } } }
        """,
        """Fields "x" conflict because "gone" and "lost" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:12, 1:20)""",
        """Fields "y" conflict because "a" and "b" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:53, 1:77)""");

    [Fact]
    public void Meta_fields_are_compared_by_name() => _rule.Finds(
        """
        { author { x: __typename x: name } works { y: __typename ... on Film { y: __typename } } }
        """,
        """Fields "x" conflict because "__typename" and "name" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:12, 1:26)""");
}
