using System.Globalization;
using System.Text;
using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Tests.Language;

/// <summary>Damaged documents, the same in every run; GRIDMAP_FUZZ_DOCUMENTS says how many if not 50 000.</summary>
public sealed class FuzzTests
{
    private const int MutationsOfOne = 50;

    private static readonly int Documents =
        int.Parse(Environment.GetEnvironmentVariable("GRIDMAP_FUZZ_DOCUMENTS") ?? "50000", CultureInfo.InvariantCulture);

    [Fact]
    public void A_damaged_document_is_read_or_refused_but_never_anything_else()
    {
        var (read, refused) = (0, 0);
        for (var seed = 0; seed < Documents / MutationsOfOne; seed++)
        {
            var random = new Random(seed);
            var document = Encoding.UTF8.GetBytes(new RandomDocument(seed).Write());
            for (var mutation = 0; mutation < MutationsOfOne; mutation++)
            {
                var wasRead = IsRead(Mutation.Of(document, random));
                (read, refused) = wasRead ? (read + 1, refused) : (read, refused + 1);
            }
        }

        Assert.True(read > Documents / 100 && refused > Documents / 2, $"{read} read, {refused} refused");
    }

    /// <summary>What is read can be printed and read again; what is refused has a place in the text; neither takes more memory than the text explains.</summary>
    private static bool IsRead(byte[] document)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            var tree = GraphQLParser.Parse(new Source(document), ParserLimits.OwnText);
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 10_000 + (200 * document.Length));
            Assert.NotEmpty(Printer.Print(tree));
            return true;
        }
        catch (GraphQLSyntaxException refusal)
        {
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 20_000 + (200 * document.Length));
            var place = Assert.Single(refusal.Error.Locations);
            Assert.InRange(place.Line, 1, document.Length + 1);
            Assert.InRange(place.Column, 1, document.Length + 1);
            return false;
        }
    }
}
