using GridMap.GraphQL.Validation.Rules;

namespace GridMap.GraphQL.Tests.Validation.Rules;

public sealed class KnownOperationTypesTests
{
    private readonly RuleCheck _rule = new(context => new KnownOperationTypes(context));

    [Fact]
    public void An_operation_of_each_root_type_is_known() => _rule.FindsNothing(
        """
        query A { author { name } } mutation B { lend(id: 1) { number } } subscription C { lent { number } }
        """);

    [Fact]
    public void Operations_without_a_root_type_are_told()
    {
        var schema = Library.Build("type Query { a: Int }");

        Assert.Equal(
            [
                "The mutation operation is not supported by the schema. (2:1)",
                "The subscription operation is not supported by the schema. (3:1)",
            ],
            _rule.Errors("query A { a }\nmutation B { a }\nsubscription C { a }", schema: schema));
    }
}
