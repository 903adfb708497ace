using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Tests.Fuzz;

/// <summary>What every text must stand: each stage answers or refuses, within memory in proportion to the text.</summary>
public static class FuzzedText
{
    /// <summary>Bytes of memory for each byte of text, and for any text at all.</summary>
    private const int AllocatedPerByte = 200;

    private const int AllocatedAtLeast = 20_000;

    /// <summary>Whether the text could be read.</summary>
    public static bool Read(byte[] text)
    {
        if (Bounded(text, () => Parse(text)) is not { } document)
        {
            return false;
        }

        var printed = Bounded(text, () => Printer.Print(document));
        Assert.Equal(printed, Printer.Print(GraphQLParser.Parse(new Source(printed), ParserLimits.OwnText)));
        return true;
    }

    private static DocumentNode? Parse(byte[] text)
    {
        var source = new Source(text);
        try
        {
            return GraphQLParser.Parse(source);
        }
        catch (GraphQLSyntaxException fault)
        {
            Assert.StartsWith("Syntax Error: ", fault.Error.Message, StringComparison.Ordinal);
            Assert.Single(fault.Error.Locations);
            return null;
        }
    }

    private static T Bounded<T>(byte[] text, Func<T> run)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var made = run();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated <= AllocatedAtLeast + ((long)AllocatedPerByte * text.Length), $"{allocated} bytes allocated for {text.Length} bytes of text.");
        return made;
    }
}
