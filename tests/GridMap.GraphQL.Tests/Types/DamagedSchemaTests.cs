using System.Text.RegularExpressions;
using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Tests.Types.Introspection;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Tests.Types;

public sealed partial class DamagedSchemaTests
{
    [Fact]
    public void A_damaged_schema_is_refused_with_reasons_or_is_a_schema()
    {
        var random = new Random(20260131);
        var outcomes = Enumerable.Range(0, 2_000).Select(_ => Outcome(Damaged(random))).ToList();

        Assert.Contains("built", outcomes);
        Assert.Contains("refused", outcomes);
        Assert.Contains("unreadable", outcomes);
    }

    private static string Outcome(string text)
    {
        try
        {
            var printed = SchemaPrinter.Print(SchemaText.Build(text));
            Assert.Equal(printed, SchemaPrinter.Print(SchemaText.Build(printed)));
            return "built";
        }
        catch (SchemaException exception)
        {
            Assert.All(exception.Errors, error => Assert.NotEmpty(error.Error.Message));
            return "refused";
        }
        catch (GraphQLSyntaxException)
        {
            return "unreadable";
        }
    }

    /// <summary>Up to three words or signs of the text stand where others stood.</summary>
    private static string Damaged(Random random)
    {
        var text = IntrospectionTests.ReferenceFile("Schema.reference.graphql");
        var words = Word().Matches(text);
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            var from = words[random.Next(words.Count)].Value;
            var places = Word().Matches(text);
            var to = places[random.Next(places.Count)];
            text = string.Concat(text.AsSpan(0, to.Index), from, text.AsSpan(to.Index + to.Length));
        }

        return text;
    }

    [GeneratedRegex("\"\"\"[^\"]*\"\"\"|\"[^\"\n]*\"|[@$]?[A-Za-z_0-9.]+|[!=|&{}()\\[\\]:]")]
    private static partial Regex Word();
}
