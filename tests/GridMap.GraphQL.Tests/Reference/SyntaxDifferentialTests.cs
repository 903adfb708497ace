using System.Text.Json;
using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Language;
using GridMap.GraphQL.Tests.Reference.Generation;

namespace GridMap.GraphQL.Tests.Reference;

/// <summary>The parser tells the same errors at the same places as npm graphql, text by text.</summary>
public sealed class SyntaxDifferentialTests
{
    private const int Seeds = 4_000;

    [Fact]
    public async Task Spoiled_texts_have_the_same_syntax_errors()
    {
        using var time = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var reference = new ReferenceProcess();
        var texts = Enumerable.Range(0, Seeds).Select(TextOf).ToList();
        var answers = await reference.AskAllAsync([.. texts.Select(text => new SchemaQuestion(0, text))], time.Token);
        var differences = new Differences();
        for (var seed = 0; seed < Seeds; seed++)
        {
            differences.Compare($"seed {seed}\n{texts[seed]}", answers[seed].Syntax?.ToString() ?? "none", SyntaxErrorOf(texts[seed]));
        }

        differences.AssertNone();
        Assert.InRange(answers.Count(answer => answer.Syntax is not null), Seeds / 3, Seeds);
    }

    private static string TextOf(int seed)
    {
        var schema = SchemaGenerator.Generate(seed / 20);
        var text = seed % 3 == 0 ? SchemaText.Write(schema, seed) : DocumentGenerator.Generate(schema, seed).Text;
        var mutator = new DocumentMutator(new Dice(seed));
        return seed % 2 == 0 ? mutator.ByLetters(text) : mutator.ByTokens(text, ["type", "on", "query", "extend", "input", "{", "}", "&"]);
    }

    internal static string SyntaxErrorOf(string text)
    {
        try
        {
            GraphQLParser.Parse(new Source(text), ParserLimits.OwnText);
            return "none";
        }
        catch (GraphQLSyntaxException fault)
        {
            return Differences.TextOf(fault.Error);
        }
    }
}
