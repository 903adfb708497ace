using System.Text.Json;

namespace GridMap.GraphQL.Tests.Reference;

/// <summary>The corners are answered as npm graphql answers them.</summary>
public sealed class CornerTests
{
    [Fact]
    public async Task Every_corner_is_answered_the_same()
    {
        using var time = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var reference = new ReferenceProcess();
        var questions = Corners.Documents.Select(QuestionOf).ToList();
        var answers = await reference.AskAllAsync([new SchemaQuestion(0, Corners.Schema), .. questions], time.Token);
        var engine = new EngineAnswers(Corners.Schema);
        var differences = new Differences();
        foreach (var each in questions.Zip(answers.Skip(1), (question, answer) => new DocumentCase(question, answer)))
        {
            await engine.CompareAsync(each, differences, time.Token);
        }

        differences.AssertNone();
    }

    private static DocumentQuestion QuestionOf(string corner)
    {
        var parts = corner.Split("|||");
        return new DocumentQuestion(0, parts[0], JsonDocument.Parse(parts.Length > 1 ? parts[1] : "{}").RootElement, null);
    }
}
