using System.Buffers;
using System.Text;
using System.Text.Json;
using GridMap.GraphQL.Execution;
using GridMap.GraphQL.Types;
using GridMap.GraphQL.Types.Scalars;

namespace GridMap.GraphQL.Tests.Execution.Plans;

/// <summary>A scalar written directly is the same text as its coercion writes.</summary>
public sealed class LeafWritersTests
{
    private static readonly Random Random = new(20260920);

    [Fact]
    public async Task Moments_are_written_as_their_coercion_writes_them()
    {
        DateTimeOffset[] edges =
        [
            DateTimeOffset.MinValue, DateTimeOffset.MaxValue, DateTimeOffset.UnixEpoch, new(2026, 1, 31, 8, 0, 0, TimeSpan.FromHours(8)),
            new(2026, 1, 31, 8, 0, 0, 500, TimeSpan.FromMinutes(-570)), new(2026, 10, 10, 10, 10, 10, 10, TimeSpan.Zero),
        ];
        var random = Enumerable.Range(0, 500).Select(i =>
            new DateTimeOffset(Random.NextInt64(DateTime.MaxValue.Ticks / 4, DateTime.MaxValue.Ticks / 2) / (i % 2 == 0 ? 1 : 10_000_000) * (i % 2 == 0 ? 1 : 10_000_000), TimeSpan.FromMinutes(Random.Next(-14 * 60, 14 * 60))));
        await AssertSame(new DateTimeCoercion(), [.. edges, .. random]);
    }

    [Fact]
    public async Task Days_are_written_as_their_coercion_writes_them() =>
        await AssertSame(new DateCoercion(), [DateOnly.MinValue, DateOnly.MaxValue, new DateOnly(2026, 2, 3)]);

    [Fact]
    public async Task Identifiers_are_written_as_their_coercion_writes_them()
    {
        await AssertSame(new UuidCoercion(), [Guid.Empty, Guid.NewGuid(), Guid.AllBitsSet]);
        await AssertSame(new IdCoercion(), [Guid.NewGuid()]);
        await AssertSame(new IdCoercion(), [0L, long.MinValue, long.MaxValue]);
        await AssertSame(new IdCoercion(), [0, int.MinValue, int.MaxValue]);
    }

    [Fact]
    public async Task Numbers_are_written_as_their_coercion_writes_them()
    {
        await AssertSame(new LongCoercion(), [0L, long.MinValue, long.MaxValue]);
        await AssertSame(new IntCoercion(), [0, int.MinValue, int.MaxValue]);
        double[] edges = [0, -0d, 0.1, 1e21, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1.5e-5, double.Epsilon, double.MaxValue, -1.5, 120.123456789012345, 1e8, 99999999.9999999];
        var decimals = Enumerable.Range(0, 2000).Select(_ => Math.Round((Random.NextDouble() - 0.5) * Math.Pow(10, Random.Next(12)), Random.Next(10)));
        var anything = Enumerable.Range(0, 2000).Select(_ => BitConverter.Int64BitsToDouble(Random.NextInt64())).Where(double.IsFinite);
        await AssertSame(new FloatCoercion(), [.. edges, .. decimals, .. anything]);
        await AssertSame(new BooleanCoercion(), [true, false]);
    }

    private static async Task AssertSame<T>(ScalarCoercion coercion, T[] values)
    {
        var schema = new SchemaBuilder().AddScalar("Tested", coercion)
            .AddDocument(GraphQL.Language.GraphQLParser.Parse(new GraphQL.Language.Source("type Query { values: [Tested!]! } scalar Tested"))).Build();
        var resolvers = new ResolverSet().Add("Query", "values", FieldResolver.Of<object?, T[]>(_ => values));
        var engine = new GraphQLEngine(schema, resolvers);
        Assert.True(engine.Prepare("{ values }"u8.ToArray()).TryFindOperation(null, out var operation, out _));
        Assert.True(operation.TryCoerceVariables(null, out var variables, out _));
        var output = new ArrayBufferWriter<byte>();
        await engine.ExecuteAsync(operation, variables, new EmptyServices(), output, CancellationToken.None);

        Assert.Equal($"{{\"data\":{{\"values\":{Coerced(coercion, values)}}}}}", Encoding.UTF8.GetString(output.WrittenSpan));
    }

    private static string Coerced<T>(ScalarCoercion coercion, T[] values)
    {
        var output = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(output, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        writer.WriteStartArray();
        foreach (var value in values)
        {
            coercion.Write(writer, value!);
        }

        writer.WriteEndArray();
        writer.Flush();
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private sealed class EmptyServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
