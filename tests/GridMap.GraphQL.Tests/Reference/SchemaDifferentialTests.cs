using GridMap.GraphQL.Language;
using GridMap.GraphQL.Tests.Reference.Generation;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Tests.Reference;

/// <summary>Type systems hold, or break the same rules at the same places, as npm graphql says.</summary>
public sealed class SchemaDifferentialTests
{
    private const int Seeds = 12;

    [Fact]
    public async Task Each_breach_of_the_type_system_has_the_same_errors()
    {
        var texts = from seed in Enumerable.Range(0, Seeds)
                    let schema = SchemaGenerator.Generate(seed)
                    from breach in Enumerable.Range(0, SchemaBreaker.Count)
                    select new SchemaBreaker(schema, new Dice(seed + breach)).Break(SchemaText.Write(schema, seed), breach);
        var broken = await CompareAsync([.. texts]);
        Assert.InRange(broken, Seeds * SchemaBreaker.Count * 9 / 10, Seeds * SchemaBreaker.Count);
    }

    [Fact]
    public async Task Type_systems_with_changed_tokens_have_the_same_errors()
    {
        var texts = Enumerable.Range(0, 1_500).Select(seed =>
        {
            var schema = SchemaGenerator.Generate(seed / 10);
            return new DocumentMutator(new Dice(seed)).ByTokens(SchemaText.Write(schema, seed), NamesOf(schema));
        });
        var broken = await CompareAsync([.. texts]);
        Assert.InRange(broken, 300, 1_500);
    }

    /// <summary>How many of the texts break a rule.</summary>
    private static async Task<int> CompareAsync(IReadOnlyList<string> texts)
    {
        using var time = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var reference = new ReferenceProcess();
        var answers = await reference.AskAllAsync([.. texts.Select(text => new SchemaQuestion(0, text))], time.Token);
        var differences = new Differences();
        foreach (var (text, answer) in texts.Zip(answers).Where(pair => IsComparable(pair.Second)))
        {
            Compare(text, answer, differences);
        }

        differences.AssertNone();
        return answers.Count(answer => answer.Errors.Count > 0);
    }

    /// <summary>Where the engine sees a fault that npm graphql does not see, it does not look for those that may follow from it.</summary>
    private static void Compare(string text, ReferenceAnswer answer, Differences differences)
    {
        var errors = ErrorsOf(text);
        var expected = answer.Errors.Select(error => error.ToString()).ToList();
        expected = expected.FindAll(error => errors.Contains(error) || !KnownDifferences.Follows(error, errors));
        errors = errors.FindAll(error => expected.Contains(error) || !KnownDifferences.Follows(error, expected));
        differences.Compare(text, errors.Any(KnownDifferences.Cover) ? expected.Intersect(errors) : expected, errors);
    }

    /// <summary>npm graphql throws at a default of an output type before it looks for errors.</summary>
    private static bool IsComparable(ReferenceAnswer answer) =>
        answer is { Syntax: null, Crash: null } && answer.Errors.All(error => !error.Message.StartsWith("Unexpected input type", StringComparison.Ordinal));

    private static List<string> ErrorsOf(string text)
    {
        try
        {
            new SchemaBuilder().AddDocument(GraphQLParser.Parse(new Source(text), ParserLimits.OwnText)).Build();
            return [];
        }
        catch (SchemaException fault)
        {
            return [.. fault.Errors.Select(error => Differences.TextOf(error.Error))];
        }
    }

    private static List<string> NamesOf(GeneratedSchema schema) =>
    [
        .. schema.Objects.Concat(schema.Interfaces).Select(type => type.Name), .. schema.Inputs.Select(input => input.Name), .. schema.Enums.Select(each => each.Name),
        .. schema.Unions.Select(union => union.Name), "Nowhere", "__kept", "@deprecated", "@oneOf", "@specifiedBy", "Int", "Query",
    ];
}
