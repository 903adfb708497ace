namespace GridMap.GraphQL.Tests.Reference;

/// <summary>Documents are answered as npm graphql answers them: the same errors at the same places, or the same data.</summary>
public sealed class DocumentDifferentialTests(GeneratedCases cases) : IClassFixture<GeneratedCases>
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
}
