using System.Text;
using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Tests.Language;

/// <summary>Documents that are written to hurt: each is refused early, without more memory than a fraction of its size.</summary>
public sealed class HostileDocumentTests
{
    private const int Megabyte = 1 << 20;

    // The documents are made within the test: the runner would keep a copy of each argument.
    private static readonly Dictionary<string, (Func<byte[]> Write, string Reason)> Documents = new()
    {
        ["braces"] = (() => Repeat("{", Megabyte), "Expected Name"),
        ["nested fields"] = (() => Repeat("{a", Megabyte / 2), "nested"),
        ["nested inline fragments"] = (() => Repeat("{...", Megabyte / 4), "nested"),
        ["nested lists"] = (() => Prefixed("{a(b:", "[", Megabyte - 10), "nested"),
        ["nested objects"] = (() => Prefixed("{a(b:", "{c:", Megabyte / 4), "nested"),
        ["nested types"] = (() => Prefixed("query($a:", "[", Megabyte - 10), "nested"),
        ["aliases"] = (() => Prefixed("{", "a:b ", 100_000), "tokens"),
        ["definitions"] = (() => Repeat("{a}", 100_000), "tokens"),
        ["directives"] = (() => Prefixed("{a", "@b", 100_000), "directives"),
        ["variables"] = (() => Prefixed("query(", "$a:B ", 100_000), "tokens"),
        ["a long string"] = (() => Prefixed("{a(b:\"", "x", 10 * Megabyte), "longer"),
        ["a long comment"] = (() => Prefixed("#", "x", Megabyte - 1), "Unexpected <EOF>"),
        ["NULs"] = (() => new byte[Megabyte], "U+0000"),
        ["byte order marks"] = (() => Repeat("\uFEFF", 300_000), "Unexpected <EOF>"),
        ["line ends"] = (() => Repeat("\n", Megabyte), "Unexpected <EOF>"),
        ["commas"] = (() => Repeat(",", Megabyte), "Unexpected <EOF>"),
        ["escapes"] = (() => Prefixed("{a(b:\"", "\\\\", 500_000), "Unterminated"),
        ["escaped block quotes"] = (() => Prefixed("{a(b:\"\"\"", "\\\"\"\"", 250_000), "Unterminated"),
        ["overlong UTF-8"] = (() => [(byte)'{', 0xC1, 0xBF, (byte)'}'], "UTF-8"),
        ["encoded surrogates"] = (() => [(byte)'{', 0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80], "UTF-8"),
    };

    public static TheoryData<string> Names => [.. Documents.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_document_is_refused(string name)
    {
        var document = Documents[name].Write();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var error = Assert.Throws<GraphQLSyntaxException>(() => GraphQLParser.Parse(new Source(document))).Error;
        Assert.Contains(Documents[name].Reason, error.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 5 * Megabyte);
    }

    [Fact]
    public void The_message_about_a_long_string_is_short()
    {
        var error = Assert.Throws<GraphQLSyntaxException>(() => GraphQLParser.Parse(new Source($"{{a \"{new string('x', 500_000)}\"}}"))).Error;
        Assert.True(error.Message.Length < 2_000);
    }

    private static byte[] Repeat(string piece, int count) => Prefixed("", piece, count);

    private static byte[] Prefixed(string prefix, string piece, int count) =>
        Encoding.UTF8.GetBytes(new StringBuilder(prefix).Insert(prefix.Length, piece, count).ToString());
}
