using GridMap.GraphQL.Validation.Rules;

namespace GridMap.GraphQL.Tests.Validation.Rules;

public sealed class ExecutableDefinitionsTests
{
    private readonly RuleCheck _rule = new(context => new ExecutableDefinitions(context));

    [Fact]
    public void Operations_and_fragments_are_executable() => _rule.FindsNothing(
        """
        { author { ...Name } } fragment Name on Author { name }
        """);

    [Fact]
    public void Types_and_their_extensions_are_not_executable() => _rule.Finds(
        """
        { author { name } }
        type Cow { name: String }
        extend type Author { color: String }
        """,
        """The "Cow" definition is not executable. (2:1)""",
        """The "Author" definition is not executable. (3:1)""");

    [Fact]
    public void A_schema_and_a_directive_are_not_executable() => _rule.Finds(
        """
        schema { query: Query }
        extend schema @note(text: "a")
        directive @moo on FIELD
        { author { name } }
        """,
        "The schema definition is not executable. (1:1)",
        "The schema definition is not executable. (2:1)",
        """The "moo" definition is not executable. (3:1)""");
}
