using System.Text.Json;
using GridMap.GraphQL.Tests.Reference.Generation;

namespace GridMap.GraphQL.Tests.Reference;

/// <summary>The schemas and documents of the differential test, all by seed, with what npm graphql says of them.</summary>
public sealed class GeneratedCases : IAsyncLifetime, IDisposable
{
    /// <summary>All that can be asked of a schema itself, but for descriptions: built-in types are described in our own words, the others are printed (PrinterDifferentialTests).</summary>
    private const string Introspection = """
        query Introspection {
          __schema {
            description
            queryType { name kind } mutationType { name kind } subscriptionType { name kind }
            types {
              kind name specifiedByURL isOneOf
              fields(includeDeprecated: true) { name args(includeDeprecated: true) { ...Input } type { ...Type } isDeprecated deprecationReason }
              current: fields { name args { name } }
              inputFields(includeDeprecated: true) { ...Input } currentInputs: inputFields { name }
              interfaces { ...Type }
              enumValues(includeDeprecated: true) { name isDeprecated deprecationReason } currentValues: enumValues { name }
              possibleTypes { ...Type }
            }
            directives { name isRepeatable locations args(includeDeprecated: true) { ...Input } current: args { name } }
          }
        }
        fragment Input on __InputValue { name type { ...Type } defaultValue isDeprecated deprecationReason }
        fragment Type on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } }
        """;

    private const int DocumentsPerSchema = 60;

    private static readonly int Schemas = int.Parse(Environment.GetEnvironmentVariable("GRIDMAP_REFERENCE_SCHEMAS") ?? "100", System.Globalization.CultureInfo.InvariantCulture);
    private static readonly int FirstSeed = int.Parse(Environment.GetEnvironmentVariable("GRIDMAP_REFERENCE_SEED") ?? "0", System.Globalization.CultureInfo.InvariantCulture);

    private readonly ReferenceProcess _reference = new();

    public IReadOnlyList<SchemaCase> AllSchemas { get; private set; } = [];

    public IReadOnlyList<DocumentCase> AllDocuments { get; private set; } = [];

    public async Task InitializeAsync()
    {
        using var time = new CancellationTokenSource(TimeSpan.FromMinutes(20));
        var schemas = Enumerable.Range(FirstSeed, Schemas).Select(seed => (Seed: seed, Schema: SchemaGenerator.Generate(seed))).ToList();
        var schemaQuestions = schemas.Select(each => new SchemaQuestion(each.Seed, SchemaText.Write(each.Schema, each.Seed))).ToList();
        var documentQuestions = schemas.SelectMany(each => Enumerable.Range(0, DocumentsPerSchema).Select(index => Question(each.Schema, each.Seed, index))).ToList();
        var answers = await _reference.AskAllAsync([.. schemaQuestions, .. documentQuestions], time.Token);
        AllSchemas = [.. schemaQuestions.Zip(answers, (question, answer) => new SchemaCase(question, answer))];
        AllDocuments = [.. documentQuestions.Zip(answers.Skip(Schemas), (question, answer) => new DocumentCase(question, answer))];
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _reference.Dispose();

    private static DocumentQuestion Question(GeneratedSchema schema, int schemaSeed, int index)
    {
        if (index == 0)
        {
            return new DocumentQuestion(schemaSeed, Introspection, JsonDocument.Parse("{}").RootElement, null);
        }

        var seed = (schemaSeed * 1_000) + index;
        var document = DocumentGenerator.Generate(schema, seed);
        var text = index % 5 >= 3 ? new DocumentMutator(new Dice(seed)).ByTokens(document.Text, Names(schema)) : document.Text;
        return new DocumentQuestion(schemaSeed, text, JsonDocument.Parse(document.Variables).RootElement, document.Operation);
    }

    private static List<string> Names(GeneratedSchema schema) =>
    [
        .. schema.Interfaces.Concat(schema.Objects).Concat(schema.Roots).SelectMany(type => type.Fields.Select(field => field.Name).Append(type.Name)),
        .. schema.Inputs.Select(input => input.Name), .. schema.Directives.Select(directive => $"@{directive.Name}"), "nowhere", "Nowhere", "@nowhere", "@deprecated", "@oneOf",
    ];
}

public sealed record SchemaCase(SchemaQuestion Question, ReferenceAnswer Answer);

public sealed record DocumentCase(DocumentQuestion Question, ReferenceAnswer Answer)
{
    /// <summary>What it takes to have the case again.</summary>
    public override string ToString() => $"schema {Question.Schema}, operation {Question.Operation}, variables {Question.Variables}\n{Question.Text}";
}

/// <summary>The tests that share the cases, so that npm graphql is asked once.</summary>
[CollectionDefinition(nameof(GeneratedCases))]
public sealed class GeneratedCasesTests : ICollectionFixture<GeneratedCases>;
