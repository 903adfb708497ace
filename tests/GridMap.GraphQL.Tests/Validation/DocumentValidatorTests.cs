using GridMap.GraphQL.Language;
using GridMap.GraphQL.Validation;

namespace GridMap.GraphQL.Tests.Validation;

public sealed class DocumentValidatorTests
{
    [Fact]
    public void A_good_document_has_no_errors() => Assert.Empty(Errors(
        """
        query Search($text: String!, $genre: Genre = PROSE) {
          found(text: $text) { ...Title ... on Author { name } }
          works(filter: { genre: $genre }) { ...Title }
        }
        fragment Title on Work { title year @include(if: true) }
        """));

    [Fact]
    public void Errors_of_all_rules_come_in_the_order_of_the_document() => Assert.Equal(
        [
            "Unknown type \"Sting\". Did you mean \"String\" or \"Int\"? (1:12)",
            "Cannot query field \"nam\" on type \"Author\". Did you mean \"name\"? (1:30)",
            "Variable \"$a\" is never used. (1:8)",
            "Fragment \"F\" is never used. (2:1)",
        ],
        Errors("query ($a: Sting) { author { nam } }\nfragment F on Author { name }"));

    [Fact]
    public void Values_as_deep_as_the_parser_lets_through_are_judged()
    {
        var lists = $"{new string('[', 190)}{new string(']', 190)}";
        var objects = $"{string.Concat(Enumerable.Repeat("{all: ", 190))}1{new string('}', 190)}";
        var document = GraphQLParser.Parse(new Source($"{{ count(any: {lists}) works(filter: {objects}) {{ year }} }}"));

        var error = Assert.Single(DocumentValidator.Validate(Library.Schema, document));

        Assert.Equal("Expected value of type \"[Filter!]\", found 1.", error.Message);
    }

    [Fact]
    public void Each_error_has_a_code() => Assert.All(
        DocumentValidator.Validate(Library.Schema, Parse("{ a b { c } }")),
        error => Assert.Equal("GRAPHQL_VALIDATION_FAILED", error.Extensions["code"]));

    [Fact]
    public void After_a_hundred_errors_the_rest_is_not_looked_for()
    {
        var errors = Errors($"{{ {string.Join(' ', Enumerable.Range(0, 500).Select(index => $"zzz{index}"))} }}").ToList();

        Assert.Equal(101, errors.Count);
        Assert.Equal("Too many validation errors, error limit reached. Validation aborted. ()", errors[^1]);
    }

    [Fact]
    public void The_limit_of_errors_can_be_set()
    {
        var errors = Errors("{ a b c d }", new() { MaxErrors = 2 }).ToList();

        Assert.Equal(3, errors.Count);
        Assert.Empty(Errors("{ author { name } }", new() { MaxErrors = 0 }));
    }

    [Fact]
    public void Suggestions_can_be_hidden()
    {
        const string Document = """
            query ($a: Sting) {
              author { nam } works { isbn } book(di: 1, id: 2) { title(inn: ZH) }
              count(genre: POTERY) named: count(genre: "PROSE") other: works(filter: { gnre: PROSE }) { year @skip(iff: true, if: true) }
            }
            """;

        Assert.Equal(9, Errors(Document).Count(error => error.Contains("Did you mean", StringComparison.Ordinal)));
        Assert.DoesNotContain(Errors(Document, new() { HidesSuggestions = true }), error => error.Contains("Did you mean", StringComparison.Ordinal));
    }

    [Fact]
    public void An_error_with_very_many_places_tells_the_first_hundred()
    {
        var document = Parse($"query ({string.Join(' ', Enumerable.Repeat("$a: Int", 1_000))}) {{ count(needed: $a) }}");

        Assert.Equal(100, DocumentValidator.Validate(Library.Schema, document).Max(error => error.Locations.Count));
    }

    [Fact]
    public void A_long_name_is_not_told_whole_in_each_error()
    {
        var name = new string('n', 500_000);
        var usages = Enumerable.Range(0, 200).Select(index => $"a{index}: author(name: $v{index}) {{ name }}");
        var errors = Errors($"query {name} {{ {string.Join(' ', usages)} }}").ToList();

        Assert.Equal("Validation aborted. ()", errors[^1]);
        Assert.All(errors, error => Assert.InRange(error.Length, 1, 2_100));
    }

    [Fact]
    public void Of_a_long_cycle_the_beginning_is_told()
    {
        var chain = Enumerable.Range(0, 500).Select(index => $"fragment F{index} on Author {{ ...F{(index + 1) % 500} }}");
        var error = Assert.Single(DocumentValidator.Validate(Library.Schema, Parse($"{{ author {{ ...F0 }} }} {string.Join(' ', chain)}")));

        Assert.StartsWith("Cannot spread fragment \"F0\" within itself via \"F1\", \"F2\", ", error.Message, StringComparison.Ordinal);
        Assert.Equal(100, error.Locations.Count);
    }

    [Fact]
    public void Work_that_grows_faster_than_the_document_is_bounded()
    {
        // 2 000 operations that each reach 2 000 fragments.
        var operations = Enumerable.Range(0, 2_000).Select(index => $"query Q{index} {{ author {{ ...F0 }} }}");
        var fragments = Enumerable.Range(0, 2_000).Select(index => $"fragment F{index} on Author {{ name ...F{index + 1} }}");

        var errors = Errors(string.Join('\n', [.. operations, .. fragments, "fragment F2000 on Author { name }"]));

        Assert.Equal(["Validation aborted. ()"], errors);
    }

    [Theory]
    [InlineData("fragment F20000 on Author { name }")]
    [InlineData("fragment F20000 on Author { ...F0 }")]
    public void A_chain_of_fragments_as_long_as_a_document_does_not_overflow_the_stack(string last)
    {
        var chain = Enumerable.Range(0, 20_000).Select(index => $"fragment F{index} on Author {{ ...F{index + 1} }}");

        Assert.True(Errors($"query A {{ author {{ ...F0 ...F1 }} }}\n{string.Join('\n', chain)}\n{last}").Count() <= 1);
    }

    [Fact]
    public void A_subscription_through_a_long_chain_does_not_overflow_the_stack()
    {
        var chain = Enumerable.Range(0, 20_000).Select(index => $"fragment F{index} on Subscription {{ ... {{ ...F{index + 1} }} }}");

        Assert.Empty(Errors($"subscription {{ ...F0 }}\n{string.Join('\n', chain)}\nfragment F20000 on Subscription {{ lent {{ number }} }}"));
    }

    private static IEnumerable<string> Errors(string document, ValidationOptions? options = null) =>
        DocumentValidator.Validate(Library.Schema, Parse(document), options).Select(RuleCheck.Show);

    private static DocumentNode Parse(string document) => GraphQLParser.Parse(new Source(document), ParserLimits.OwnText);
}
