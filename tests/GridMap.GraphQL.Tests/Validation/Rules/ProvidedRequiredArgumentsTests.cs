using GridMap.GraphQL.Validation.Rules;

namespace GridMap.GraphQL.Tests.Validation.Rules;

public sealed class ProvidedRequiredArgumentsTests
{
    private readonly RuleCheck _rule = new(context => new ProvidedRequiredArguments(context));

    [Fact]
    public void Given_optional_and_defaulted_arguments_are_good() => _rule.FindsNothing(
        """
        query ($a: ID!) { book(id: $a) { title } works { year @skip(if: true) } count author @note(text: "a") { name } }
        mutation { lend(id: 1) { days } }
        """);

    [Fact]
    public void Missing_ones_are_told() => _rule.Finds(
        """
        { book { isbn } found { __typename } loan { days } __type { name } }
        """,
        """Field "book" argument "id" of type "ID!" is required, but it was not provided. (1:3)""",
        """Field "found" argument "text" of type "String!" is required, but it was not provided. (1:17)""",
        """Field "loan" argument "by" of type "LoanKey!" is required, but it was not provided. (1:38)""",
        """Field "__type" argument "name" of type "String!" is required, but it was not provided. (1:52)""");

    [Fact]
    public void Also_those_of_directives() => _rule.Finds(
        """
        { author @skip @note(level: 1) { name @once @gone } }
        """,
        """Directive "@skip" argument "if" of type "Boolean!" is required, but it was not provided. (1:10)""",
        """Directive "@note" argument "text" of type "String!" is required, but it was not provided. (1:16)""",
        """Directive "@once" argument "by" of type "String!" is required, but it was not provided. (1:39)""");

    [Fact]
    public void Inner_fields_are_told_first() => _rule.Finds(
        """
        { book { loans { book { isbn @skip } } } work { year } }
        """,
        """Directive "@skip" argument "if" of type "Boolean!" is required, but it was not provided. (1:30)""",
        """Field "book" argument "id" of type "ID!" is required, but it was not provided. (1:3)""",
        """Field "work" argument "id" of type "ID!" is required, but it was not provided. (1:42)""");
}
