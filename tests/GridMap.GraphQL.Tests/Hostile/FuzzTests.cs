using System.Globalization;
using System.Text;
using GridMap.GraphQL.Language;
using GridMap.GraphQL.Tests.Reference.Generation;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Tests.Hostile;

/// <summary>Spoiled texts: no crash, no hang, no more memory than their size allows. `GRIDMAP_FUZZ=1000000` runs a million, `GRIDMAP_FUZZ_SEED` others.</summary>
public sealed class FuzzTests
{
    private const int Workers = 2;
    private const int SchemaSeed = 3;

    private static readonly int Count = Setting("GRIDMAP_FUZZ", 100_000);
    private static readonly int FirstSeed = Setting("GRIDMAP_FUZZ_SEED", 0);

    /// <summary>No text takes the engine longer; a text that does is the failure, whatever else waits.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Spoiled_texts_are_answered_or_refused()
    {
        var seeds = new int[Workers];
        var workers = Enumerable.Range(0, Workers).Select(worker => Task.Factory.StartNew(
            () => RunAll(worker, seeds),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)).ToList();
        var outcomes = await WatchAsync(Task.WhenAll(workers), seeds);
        Assert.InRange(outcomes.Sum(each => each.Read), Count / 10, Count);
        Assert.InRange(outcomes.Sum(each => each.Executed), Count / 100, Count);
    }

    /// <summary>Fails as soon as a worker stays at one seed.</summary>
    private static async Task<(int Read, int Executed)[]> WatchAsync(Task<(int Read, int Executed)[]> reading, int[] seeds)
    {
        var before = new int[Workers];
        while (!reading.IsCompleted)
        {
            Array.Copy(seeds, before, Workers);
            await Task.WhenAny(reading, Task.Delay(Patience));
            Assert.True(reading.IsCompleted || before.Zip(seeds).All(pair => pair.First != pair.Second), $"Hangs at one of the seeds {string.Join(", ", before)}.");
        }

        return await reading;
    }

    /// <summary>How many texts could be read, and how many executed, after all.</summary>
    private static (int Read, int Executed) RunAll(int worker, int[] seeds)
    {
        var (corpus, engine, outcomes) = (Corpus(), new FuzzedText(Build()), new int[3]);
        for (var seed = FirstSeed + worker; seed < FirstSeed + Count; seed += Workers)
        {
            Volatile.Write(ref seeds[worker], seed);
            var text = new ByteMutator(new Dice(seed), corpus).Next();
            try
            {
                outcomes[engine.Run(text)]++;
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException($"Seed {seed}: {fault.GetType().Name} at\n{Encoding.UTF8.GetString(text)}", fault);
            }
        }

        seeds[worker] = -1;
        return (outcomes[1] + outcomes[2], outcomes[2]);
    }

    private static Schema Build() =>
        new SchemaBuilder().AddDocument(GraphQLParser.Parse(new Source(SchemaText.Write(SchemaGenerator.Generate(SchemaSeed), SchemaSeed)), ParserLimits.OwnText)).Build();

    private static List<byte[]> Corpus() =>
    [
        .. Enumerable.Range(0, 200).Select(seed => DocumentGenerator.Generate(SchemaGenerator.Generate(SchemaSeed), seed).Text).Select(Encoding.UTF8.GetBytes),
        .. Enumerable.Range(0, 10).Select(seed => SchemaText.Write(SchemaGenerator.Generate(seed), seed)).Select(Encoding.UTF8.GetBytes),
    ];

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
