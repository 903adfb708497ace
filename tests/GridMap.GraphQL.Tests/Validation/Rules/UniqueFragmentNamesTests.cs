using GridMap.GraphQL.Validation.Rules;

namespace GridMap.GraphQL.Tests.Validation.Rules;

public sealed class UniqueFragmentNamesTests
{
    private readonly RuleCheck _rule = new(context => new UniqueFragmentNames(context));

    [Fact]
    public void Different_names_are_good() => _rule.FindsNothing(
        """
        { author { ...A ...B } } fragment A on Author { name } fragment B on Author { name }
        """);

    [Fact]
    public void Each_repeated_name_is_told_with_the_first() => _rule.Finds(
        """
        { author { ...A } }
        fragment A on Author { name }
        fragment A on Author { born }
        fragment A on Author { name }
        """,
        """There can be only one fragment named "A". (2:10, 3:10)""",
        """There can be only one fragment named "A". (2:10, 4:10)""");
}
