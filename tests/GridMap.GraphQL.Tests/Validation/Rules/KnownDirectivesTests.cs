using GridMap.GraphQL.Validation.Rules;

namespace GridMap.GraphQL.Tests.Validation.Rules;

public sealed class KnownDirectivesTests
{
    private readonly RuleCheck _rule = new(context => new KnownDirectives(context));

    [Fact]
    public void Directives_at_their_places_are_good() => _rule.FindsNothing(
        """
        query A($a: Boolean! @note(text: "a")) @note(text: "b") {
          author @skip(if: $a) {
            ...F @include(if: $a)
            ... @include(if: $a) {
              name @once(by: "a")
            }
          }
        }
        
        fragment F on Author @note(text: "c") {
          name
        }
        """);

    [Fact]
    public void Unknown_directives_are_told() => _rule.Finds(
        """
        query A($a: Int @gone) @gone { author @gone { ...F @gone ... @gone { name } } }
        fragment F on Author @gone { name }
        """,
        """Unknown directive "@gone". (1:17)""",
        """Unknown directive "@gone". (1:24)""",
        """Unknown directive "@gone". (1:39)""",
        """Unknown directive "@gone". (1:52)""",
        """Unknown directive "@gone". (1:62)""",
        """Unknown directive "@gone". (2:22)""");

    [Fact]
    public void Directives_elsewhere_are_told() => _rule.Finds(
        """
        query A($a: Int @skip(if: true)) @include(if: true) {
          author @deprecated {
            ...F @note(text: "a")
            ... @once(by: "a") {
              name
            }
          }
        }
        
        mutation B @note(text: "b") {
          lend(id: 1) {
            days
          }
        }
        
        subscription C @once(by: "a") {
          lent {
            days
          }
        }
        
        fragment F on Author @skip(if: true) {
          name
        }
        """,
        """Directive "@skip" may not be used on VARIABLE_DEFINITION. (1:17)""",
        """Directive "@include" may not be used on QUERY. (1:34)""",
        """Directive "@deprecated" may not be used on FIELD. (2:10)""",
        """Directive "@note" may not be used on FRAGMENT_SPREAD. (3:10)""",
        """Directive "@once" may not be used on INLINE_FRAGMENT. (4:9)""",
        """Directive "@note" may not be used on MUTATION. (10:12)""",
        """Directive "@once" may not be used on SUBSCRIPTION. (16:16)""",
        """Directive "@skip" may not be used on FRAGMENT_DEFINITION. (22:22)""");
}
