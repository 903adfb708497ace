using GridMap.GraphQL.Validation.Rules;

namespace GridMap.GraphQL.Tests.Validation.Rules;

public sealed class VariablesAreInputTypesTests
{
    private readonly RuleCheck _rule = new(context => new VariablesAreInputTypes(context));

    [Fact]
    public void Scalars_enums_and_input_objects_are_good() => _rule.FindsNothing(
        """
        query ($a: String, $b: [Genre!]!, $c: Filter, $d: Gone) { author { name } }
        """);

    [Fact]
    public void Objects_interfaces_and_unions_are_not() => _rule.Finds(
        """
        query ($a: Author, $b: [[Work!]]!, $c: Found) { author { name } }
        """,
        """Variable "$a" cannot be non-input type "Author". (1:12)""",
        """Variable "$b" cannot be non-input type "[[Work!]]!". (1:24)""",
        """Variable "$c" cannot be non-input type "Found". (1:40)""");
}
