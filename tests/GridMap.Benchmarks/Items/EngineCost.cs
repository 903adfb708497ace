using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using GridMap.GraphQL.Execution;
using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;

namespace GridMap.Benchmarks.Items;

/// <summary>
/// Item 5, the engine alone: the bench's own query on the whole schema with resolvers that have everything in memory, by processor time.
/// A cached document is found, its variables coerced, its fields resolved and written; a new one is parsed, validated and planned as well.
/// </summary>
public sealed class EngineCost(Bed bed, Report report)
{
    private const int Batches = 7;

    // So that the answer is about as long as the bench's own.
    private static readonly Dictionary<string, int> Lengths = new() { ["nodes"] = 5, ["children"] = 5, ["facilities"] = 1, ["services"] = 5 };

    private readonly ArrayBufferWriter<byte> _output = new(1 << 16);
    private GraphQLEngine _engine = null!;
    private JsonElement _variables;

    public async Task RunAsync()
    {
        var document = await File.ReadAllTextAsync(Path.Combine(bed.PeersFolder, "graphql/query.graphql"));
        var schema = new Source(await File.ReadAllTextAsync("src/GridMap.Server/schema.graphql"));
        _variables = JsonDocument.Parse("""{"bounds":{"west":113,"south":40,"east":114,"north":41}}""").RootElement;
        _engine = Engine(schema, name => Lengths.GetValueOrDefault(name, 1));
        var whole = await MicrosecondsAsync(2_000, _ => document);
        var bytes = _output.WrittenCount;
        var lines = document.TrimEnd().Count(letter => letter == '\n') + 1;
        // Every text is another one, so that none is known; with empty lists next to nothing is left but to understand it.
        _engine = Engine(schema, _ => 0);
        var cold = await MicrosecondsAsync(500, turn => string.Create(CultureInfo.InvariantCulture, $"{document}# {turn}"));
        var cached = await MicrosecondsAsync(2_000, _ => document);
        Add("engine_cached_document_us", cached.Median, 40, cached, $"{lines} lines, lists empty");
        Add("engine_cached_document_with_rows_us", whole.Median, 40, whole, $"{lines} lines, {bytes} bytes of answer");
        Add("parse_validate_plan_us", cold.Median, 1_000, cold, $"{lines} lines");
    }

    private void Add(string name, double value, double must, (double Median, double Least, double Greatest) spread, string of) => report.Add(new Metric(
        5, name, value, must, must, string.Create(CultureInfo.InvariantCulture, $"{spread.Least:0.#}…{spread.Greatest:0.#} processor time, {of}"), HigherIsBetter: false));

    /// <summary>Processor time of one request, the runtime's own work in it, after as many batches to warm up as are measured.</summary>
    private async Task<(double Median, double Least, double Greatest)> MicrosecondsAsync(int turns, Func<int, string> text)
    {
        var measured = new List<double>();
        for (var batch = 0; batch < 2 * Batches; batch++)
        {
            var texts = Enumerable.Range(batch * turns, turns).Select(turn => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(text(turn))).ToArray();
            var before = Environment.CpuUsage.TotalTime;
            foreach (var one in texts)
            {
                await AnswerAsync(one);
            }

            measured.Add((Environment.CpuUsage.TotalTime - before).TotalMicroseconds / turns);
        }

        var kept = measured[Batches..];
        return (Rounds.Median(kept), kept.Min(), kept.Max());
    }

    private async Task AnswerAsync(ReadOnlyMemory<byte> text)
    {
        _output.ResetWrittenCount();
        var prepared = _engine.Prepare(text);
        if (prepared.Errors.Count > 0 || !prepared.TryFindOperation(null, out var operation, out _) || !operation.TryCoerceVariables(_variables, out var variables, out _))
        {
            throw new InvalidOperationException("The document does not fit the schema.");
        }

        await _engine.ExecuteAsync(operation, variables, NoServices.Instance, _output, CancellationToken.None);
    }

    private static GraphQLEngine Engine(Source schema, Func<string, int> length)
    {
        var resolvers = new ResolverSet
        {
            Fallback = (_, field) => FieldResolver.Of<object?, object?>(ReaderOf(field, length)),
            TypeNameOf = _ => null,
        };
        return new GraphQLEngine(new SchemaBuilder().AddCommonScalars().AddDocument(GraphQLParser.Parse(schema, ParserLimits.OwnText)).Build(), resolvers);
    }

    private static Func<object?, object?> ReaderOf(FieldDefinition field, Func<string, int> length)
    {
        object? one = field.Type.Named switch
        {
            CompositeType => new object(),
            ScalarType { Name: "Int" } => 1234,
            ScalarType { Name: "Float" or "Longitude" or "Latitude" } => 113.3012059,
            ScalarType { Name: "ID" } => "140299001",
            ScalarType { Name: "String" } => "党群服务站",
            _ => null,
        };
        object? value = field.Type.Nullable is ListType ? Enumerable.Repeat(one, length(field.Name)).ToArray() : one;
        return _ => value;
    }

    private sealed class NoServices : IServiceProvider
    {
        public static readonly NoServices Instance = new();

        public object? GetService(Type serviceType) => null;
    }
}
