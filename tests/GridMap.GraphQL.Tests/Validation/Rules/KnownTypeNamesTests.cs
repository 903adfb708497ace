using GridMap.GraphQL.Validation.Rules;

namespace GridMap.GraphQL.Tests.Validation.Rules;

public sealed class KnownTypeNamesTests
{
    private readonly RuleCheck _rule = new(context => new KnownTypeNames(context));

    [Fact]
    public void Known_types_are_good() => _rule.FindsNothing(
        """
        query ($a: String, $b: [Filter!]!) {
          author(name: $a) {
            ...A
            ... on Author {
              name
            }
          }
          works(filter: $b) {
            year
          }
        }
        
        fragment A on Author {
          name
        }
        """);

    [Fact]
    public void Unknown_types_are_told_with_those_alike() => _rule.Finds(
        """
        query ($a: Sting, $b: [Genr!]) { author { ... on Autor { name } ...A } }
        fragment A on Authors { name }
        """,
        """Unknown type "Sting". Did you mean "String" or "Int"? (1:12)""",
        """Unknown type "Genr". Did you mean "Genre"? (1:24)""",
        """Unknown type "Autor". Did you mean "Author"? (1:50)""",
        """Unknown type "Authors". Did you mean "Author"? (2:15)""");

    [Fact]
    public void A_type_like_nothing_is_told_alone() => _rule.Finds(
        """
        query ($a: Zebra) { author(name: $a) { name } }
        """,
        """Unknown type "Zebra". Did you mean "Genre" or "Years"? (1:12)""");
}
