using GridMap.GraphQL.Validation.Rules;

namespace GridMap.GraphQL.Tests.Validation.Rules;

public sealed class ScalarLeafsTests
{
    private readonly RuleCheck _rule = new(context => new ScalarLeafs(context));

    [Fact]
    public void Leaves_without_and_objects_with_selections_are_good() => _rule.FindsNothing(
        """
        { author { name works { year title } } __typename }
        """);

    [Fact]
    public void A_scalar_and_an_enum_have_no_selections() => _rule.Finds(
        """
        { book(id: 1) { isbn { digits } genre { x } loans { days { x } } } }
        """,
        """Field "isbn" must not have a selection since type "String" has no subfields. (1:22)""",
        """Field "genre" must not have a selection since type "Genre" has no subfields. (1:39)""",
        """Field "days" must not have a selection since type "Int" has no subfields. (1:58)""");

    [Fact]
    public void Objects_interfaces_unions_and_lists_of_them_need_selections() => _rule.Finds(
        """
        { author work(id: 1) works found(text: "a") book(id: 1) { author loans } }
        """,
        """Field "author" of type "Author" must have a selection of subfields. Did you mean "author { ... }"? (1:3)""",
        """Field "work" of type "Work" must have a selection of subfields. Did you mean "work { ... }"? (1:10)""",
        """Field "works" of type "[Work!]!" must have a selection of subfields. Did you mean "works { ... }"? (1:22)""",
        """Field "found" of type "[Found]" must have a selection of subfields. Did you mean "found { ... }"? (1:28)""",
        """Field "author" of type "Author" must have a selection of subfields. Did you mean "author { ... }"? (1:59)""",
        """Field "loans" of type "[Loan!]!" must have a selection of subfields. Did you mean "loans { ... }"? (1:66)""");

    [Fact]
    public void Unknown_fields_are_left_to_another_rule() => _rule.FindsNothing(
        """
        { gone { x } author { gone } }
        """);
}
