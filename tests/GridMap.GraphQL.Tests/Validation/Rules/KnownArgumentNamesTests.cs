using GridMap.GraphQL.Validation.Rules;

namespace GridMap.GraphQL.Tests.Validation.Rules;

public sealed class KnownArgumentNamesTests
{
    private readonly RuleCheck _rule = new(context => new KnownArgumentNames(context));

    [Fact]
    public void Known_arguments_are_good() => _rule.FindsNothing(
        """
        { book(id: 1) { title(in: ZH) @skip(if: true) } __type(name: "A") { fields(includeDeprecated: true) { name } } }
        """);

    [Fact]
    public void Unknown_ones_are_told_with_those_alike() => _rule.Finds(
        """
        { book(di: 1, id: 1) { title(on: ZH, language: EN) } works(fliter: {}, frist: 1) { title(inn: ZH) } }
        """,
        """Unknown argument "di" on field "Query.book". Did you mean "id"? (1:8)""",
        """Unknown argument "on" on field "Book.title". Did you mean "in"? (1:30)""",
        """Unknown argument "language" on field "Book.title". (1:38)""",
        """Unknown argument "fliter" on field "Query.works". Did you mean "filter"? (1:60)""",
        """Unknown argument "frist" on field "Query.works". Did you mean "first"? (1:72)""",
        """Unknown argument "inn" on field "Work.title". Did you mean "in"? (1:90)""");

    [Fact]
    public void Also_those_of_directives() => _rule.Finds(
        """
        { author @skip(iff: true, if: true) @note(txet: "a", lvl: 1) @gone(x: 1) { name @once(x: 1) } }
        """,
        """Unknown argument "iff" on directive "@skip". Did you mean "if"? (1:16)""",
        """Unknown argument "txet" on directive "@note". Did you mean "text"? (1:43)""",
        """Unknown argument "lvl" on directive "@note". Did you mean "level"? (1:54)""",
        """Unknown argument "x" on directive "@once". (1:87)""");

    [Fact]
    public void Unknown_fields_are_left_to_another_rule() => _rule.FindsNothing(
        """
        { gone(x: 1) { y(z: 1) } }
        """);
}
