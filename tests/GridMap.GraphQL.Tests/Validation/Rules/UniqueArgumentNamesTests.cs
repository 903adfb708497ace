using GridMap.GraphQL.Validation.Rules;

namespace GridMap.GraphQL.Tests.Validation.Rules;

public sealed class UniqueArgumentNamesTests
{
    private readonly RuleCheck _rule = new(context => new UniqueArgumentNames(context));

    [Fact]
    public void Different_names_and_the_same_elsewhere_are_good() => _rule.FindsNothing(
        """
        { works(filter: {}, first: 1) { a: title(in: ZH) b: title(in: ZH) @skip(if: true) @note(text: "a", level: 2) } }
        """);

    [Fact]
    public void Repeated_ones_are_told_with_all_their_places() => _rule.Finds(
        """
        { works(first: 1, filter: {}, first: 2, filter: {}, first: 3) { year @skip(if: true, if: false) } }
        """,
        """There can be only one argument named "first". (1:9, 1:31, 1:53)""",
        """There can be only one argument named "filter". (1:19, 1:41)""",
        """There can be only one argument named "if". (1:76, 1:86)""");
}
