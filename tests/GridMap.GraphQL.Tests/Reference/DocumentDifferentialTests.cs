namespace GridMap.GraphQL.Tests.Reference;

/// <summary>Documents are answered as npm graphql answers them: the same errors at the same places, or the same data.</summary>
[Collection(nameof(GeneratedCases))]
public sealed class DocumentDifferentialTests(GeneratedCases cases)
{
    /// <summary>Rules that a document can break; the others are broken by type systems only.</summary>
    private static readonly string[] Rules =
    [
        "ExecutableDefinitionsRule", "UniqueOperationNamesRule", "LoneAnonymousOperationRule", "SingleFieldSubscriptionsRule", "KnownTypeNamesRule",
        "FragmentsOnCompositeTypesRule", "VariablesAreInputTypesRule", "ScalarLeafsRule", "FieldsOnCorrectTypeRule", "UniqueFragmentNamesRule", "KnownFragmentNamesRule",
        "NoUnusedFragmentsRule", "PossibleFragmentSpreadsRule", "NoFragmentCyclesRule", "UniqueVariableNamesRule", "NoUndefinedVariablesRule", "NoUnusedVariablesRule",
        "KnownDirectivesRule", "UniqueDirectivesPerLocationRule", "KnownArgumentNamesRule", "UniqueArgumentNamesRule", "ValuesOfCorrectTypeRule",
        "ProvidedRequiredArgumentsRule", "VariablesInAllowedPositionRule", "OverlappingFieldsCanBeMergedRule", "UniqueInputFieldNamesRule", "MaxIntrospectionDepthRule",
    ];

    private readonly Dictionary<int, EngineAnswers> _engines = [];

    [Fact]
    public void The_documents_reach_every_rule_and_most_of_execution()
    {
        var answers = cases.AllDocuments.Select(each => each.Answer).ToList();
        var broken = answers.SelectMany(answer => answer.Errors).GroupBy(error => error.Rule).ToDictionary(group => group.Key!, group => group.Count());
        var executed = answers.SelectMany(answer => answer.Results).ToList();
        Assert.InRange(answers.Count, 5_000, int.MaxValue);
        Assert.All(Rules, rule => Assert.True(broken.GetValueOrDefault(rule) >= 5, $"{rule} is broken {broken.GetValueOrDefault(rule)} times."));
        Assert.InRange(answers.Count(answer => answer.Results.Count > 0), answers.Count / 2, answers.Count);
        Assert.InRange(executed.Count(result => result.Errors is { Count: > 0 }), executed.Count / 10, executed.Count * 9 / 10);
    }

    [Fact]
    public async Task Documents_are_answered_the_same()
    {
        using var time = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        var differences = new Differences();
        foreach (var each in cases.AllDocuments)
        {
            await EngineOf(each).CompareAsync(each, differences, time.Token);
        }

        differences.AssertNone();
    }

    private EngineAnswers EngineOf(DocumentCase each)
    {
        if (!_engines.TryGetValue(each.Question.Schema, out var engine))
        {
            engine = new EngineAnswers(cases.AllSchemas.Single(schema => schema.Question.Schema == each.Question.Schema).Question.Text);
            _engines.Add(each.Question.Schema, engine);
        }

        return engine;
    }
}
