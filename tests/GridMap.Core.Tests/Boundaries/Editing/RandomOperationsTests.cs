using System.Text.Json;
using GridMap.Core.Boundaries;
using GridMap.Core.Boundaries.Editing;

namespace GridMap.Core.Tests.Boundaries.Editing;

/// <summary>
/// 10 000 random operations on lands of every coarseness: after each every invariant holds, and undone to the start the division is what
/// it was, byte by byte. A failure is shrunk to the fewest operations that still fail.
/// </summary>
public sealed class RandomOperationsTests
{
    private const int Sequences = 50;

    private const int Operations = 200;

    private static readonly BoundaryRules Free = BoundaryRules.None;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Sequences)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Random_operations_keep_every_invariant_and_can_all_be_undone(int seed)
    {
        var random = new Random(seed);
        int[] choices = [.. Enumerable.Range(0, Operations).Select(_ => random.Next())];
        if (FindFault(seed, choices) is not null)
        {
            Assert.Fail(Describe(seed, Shrink(choices, fewer => FindFault(seed, fewer) is not null)));
        }
    }

    [Fact]
    public void A_failure_is_shrunk_to_what_it_needs() =>
        Assert.Equal([7, 9], Shrink([1, 7, 3, 4, 9, 5, 6, 8], choices => choices.Contains(7) && choices.Contains(9)));

    [Fact]
    public void Random_operations_are_done_as_often_as_refused()
    {
        var done = Enumerable.Range(1, 5).SelectMany(seed =>
        {
            var (random, division) = (new Random(seed), Land(seed));
            return Enumerable.Range(0, Operations).Select(_ => RandomOperations.From(random.Next(), division))
                .Where(operation => !division.Apply(operation, Free).IsRefused).Select(operation => operation.GetType().Name).ToList();
        }).ToList();
        Assert.True(done.Count > 400, $"Only {done.Count} were done.");
        Assert.Equal(12, done.Distinct().Count());
    }

    private static Division Land(int seed)
    {
        var size = (seed % 4) switch { 0 => 3_000, 1 => 100_000, 2 => 1_000_000, _ => 0 };
        var mosaic = size == 0 ? RandomLand.Chessboard(6, 6) : Mosaic.FromLines(RandomLand.Lines(seed, size));
        var side = size == 0 ? 60_000 : size;
        return new Division(TestDivision.Rows(mosaic, label =>
            1 + 3 * (int)(2L * (label.X - RandomLand.At(0, 0).X) / side) + (int)(3L * (label.Y - RandomLand.At(0, 0).Y) / side)));
    }

    private static string? FindFault(int seed, int[] choices)
    {
        var division = Land(seed);
        var invariants = new DivisionInvariants(division);
        var start = Bytes(division);
        var inverses = new Stack<Revert>();
        try
        {
            foreach (var choice in choices)
            {
                var before = Bytes(division);
                var operation = RandomOperations.From(choice, division);
                var outcome = division.Apply(operation, Free);
                var fault = outcome.IsRefused ? FindTrace(division, before, outcome.Refusal!) : invariants.FindBreach(division);
                if (fault is not null)
                {
                    return fault;
                }

                if (!outcome.IsRefused)
                {
                    inverses.Push(outcome.Value.Inverse);
                }
            }

            return FindUndoFault(division, inverses, start);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return exception.ToString();
        }
    }

    private static string? FindTrace(Division division, string before, Refusal refusal) =>
        Bytes(division) != before ? $"Refused with {refusal.Code}, it changed something." : null;

    private static string? FindUndoFault(Division division, Stack<Revert> inverses, string start)
    {
        var end = Bytes(division);
        var redo = new Stack<Operation>();
        foreach (var inverse in inverses)
        {
            // As it will have been stored.
            redo.Push(division.Apply(BoundaryJson.ReadOperation(BoundaryJson.Write(inverse)), Free).Value.Inverse);
        }

        if (Bytes(division) != start)
        {
            return "Undone to the start it is not what it was.";
        }

        foreach (var revert in redo)
        {
            division.Apply(revert, Free);
        }

        return Bytes(division) == end ? null : "Done again it is not what it became.";
    }

    private static int[] Shrink(int[] choices, Func<int[], bool> fails)
    {
        for (var size = Math.Max(1, choices.Length / 2); size >= 1; size /= 2)
        {
            for (var at = 0; at < choices.Length;)
            {
                int[] fewer = [.. choices[..at], .. choices[Math.Min(choices.Length, at + size)..]];
                (choices, at) = fails(fewer) ? (fewer, at) : (choices, at + size);
            }
        }

        return choices;
    }

    private static string Describe(int seed, int[] choices)
    {
        var division = Land(seed);
        var told = choices.Select(choice =>
        {
            var operation = RandomOperations.From(choice, division);
            division.Apply(operation, Free);
            return $"{choice}: {BoundaryJson.Write(operation)}";
        });
        return $"Seed {seed}: {FindFault(seed, choices)}\n{string.Join('\n', told)}";
    }

    private static string Bytes(Division division) => JsonSerializer.Serialize(division.ToRows());
}
