using GridMap.GraphQL.Validation.Rules;

namespace GridMap.GraphQL.Tests.Validation.Rules;

/// <summary>Merging of fields where fragments bring them together.</summary>
public sealed class OverlappingFieldsOfFragmentsTests
{
    private readonly RuleCheck _rule = new(context => new OverlappingFieldsCanBeMerged(context));

    [Fact]
    public void A_conflict_within_a_fragment_is_told_there_once() => _rule.Finds(
        """
        { author { ...A ...A friend { ...A } } }
        fragment A on Author { x: name x: born }
        """,
        """Fields "x" conflict because "name" and "born" are different fields. Use different aliases on the fields to fetch both if this was intentional. (2:24, 2:32)""");

    [Fact]
    public void A_conflict_with_a_fragment_is_told_where_it_is_spread() => _rule.Finds(
        """
        { author { ...A x: born } }
        fragment A on Author { ...B }
        fragment B on Author { x: name }
        """,
        """Fields "x" conflict because "born" and "name" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:17, 3:24)""");

    [Fact]
    public void A_conflict_of_two_fragments_is_told_where_they_meet() => _rule.Finds(
        """
        { author { ...A ...B } }
        fragment A on Author { x: name }
        fragment B on Author { x: born }
        """,
        """Fields "x" conflict because "name" and "born" are different fields. Use different aliases on the fields to fetch both if this was intentional. (2:24, 3:24)""");

    [Fact]
    public void Fragments_that_never_meet_are_in_no_conflict() => _rule.FindsNothing(
        """
        { a: author { ...A s } b: author { ...B } } fragment A on Author { x: name } fragment B on Author { x: born }
        """);

    [Fact]
    public void One_fragment_beside_different_fields_is_in_no_conflict() => _rule.FindsNothing(
        """
        { a: author { ...A y: name } b: author { ...A y: born } } fragment A on Author { x: name friend { ...A } }
        """);

    [Fact]
    public void A_conflict_of_nested_fragments_is_told() => _rule.Finds(
        """
        { author { x: friend { ...A } ...C } }
        fragment A on Author { y: name ...B }
        fragment B on Author { z: born }
        fragment C on Author { x: friend { z: name ...D } }
        fragment D on Author { y: born }
        """,
        """Fields "x" conflict because subfields "z" conflict because "name" and "born" are different fields and subfields "y" conflict because "name" and "born" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:12, 4:36, 2:24, 4:24, 3:24, 5:24)""");

    [Fact]
    public void Fragments_in_cycles_come_to_an_end() => _rule.Finds(
        """
        { author { ...A x: born } }
        fragment A on Author { x: name ...B friend { ...A } }
        fragment B on Author { ...A friend { ...B x: born } }
        """,
        """Fields "x" conflict because "born" and "name" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:17, 2:24)""",
        """Fields "friend" conflict because subfields "x" conflict because "born" and "name" are different fields. Use different aliases on the fields to fetch both if this was intentional. (2:37, 3:43, 3:29, 2:24)""");
}
