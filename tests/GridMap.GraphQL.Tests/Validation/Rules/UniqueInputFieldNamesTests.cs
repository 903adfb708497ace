using GridMap.GraphQL.Validation.Rules;

namespace GridMap.GraphQL.Tests.Validation.Rules;

public sealed class UniqueInputFieldNamesTests
{
    private readonly RuleCheck _rule = new(context => new UniqueInputFieldNames(context));

    [Fact]
    public void Different_names_and_the_same_in_other_objects_are_good() => _rule.FindsNothing(
        """
        { works(filter: {genre: PROSE, all: [{genre: PROSE}, {genre: DRAMA}]}) { year } }
        """);

    [Fact]
    public void Repeated_ones_are_told_with_the_first() => _rule.Finds(
        """
        { works(filter: {genre: PROSE, titles: [], genre: DRAMA, genre: PROSE}) { year } }
        """,
        """There can be only one input field named "genre". (1:18, 1:44)""",
        """There can be only one input field named "genre". (1:18, 1:58)""");

    [Fact]
    public void Also_in_inner_objects_and_in_any_scalar() => _rule.Finds(
        """
        { works(filter: {years: {from: 1, from: 2}}) { year } count(any: {a: {b: 1, b: 2}}) }
        """,
        """There can be only one input field named "from". (1:26, 1:35)""",
        """There can be only one input field named "b". (1:71, 1:77)""");
}
