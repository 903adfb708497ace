using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GridMap.GraphQL.Tests.Reference;

/// <summary>npm graphql in one Node process, asked by lines of JSON. Questions may be put ahead of their answers, which come in order.</summary>
public sealed class ReferenceProcess : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(false);

    public static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 1_000,
    };

    private readonly Process _process;

    public ReferenceProcess()
    {
        var start = new ProcessStartInfo("node", ["--stack-size=4000", "reference.mjs"])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
        };
        _process = Process.Start(start) ?? throw new InvalidOperationException("Node does not start.");
    }

    /// <summary>Where the scripts and their packages lie; scripts/setup --for-tests puts the packages there.</summary>
    public static string Folder { get; } = FindFolder();

    /// <summary>Puts all questions while it reads the answers, so that neither side waits for the other's buffer.</summary>
    public async Task<List<ReferenceAnswer>> AskAllAsync(IReadOnlyList<object> questions, CancellationToken cancellationToken)
    {
        var writing = Task.Run(() => WriteAsync(questions, cancellationToken), cancellationToken);
        var answers = new List<ReferenceAnswer>(questions.Count);
        while (answers.Count < questions.Count)
        {
            var line = await _process.StandardOutput.ReadLineAsync(cancellationToken)
                ?? throw new InvalidOperationException($"npm graphql ended at question {answers.Count}: {JsonSerializer.Serialize(questions[answers.Count], Format)}");
            answers.Add(JsonSerializer.Deserialize<ReferenceAnswer>(line, Format)!);
        }

        await writing;
        return answers;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private async Task WriteAsync(IReadOnlyList<object> questions, CancellationToken cancellationToken)
    {
        foreach (var question in questions)
        {
            await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(question, question.GetType(), Format).AsMemory(), cancellationToken);
        }

        await _process.StandardInput.FlushAsync(cancellationToken);
    }

    private static string FindFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GridMap.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("These tests must lie in a working copy.");
        }

        var found = Path.Combine(folder.FullName, "tests", "graphql-reference");
        return Directory.Exists(Path.Combine(found, "node_modules"))
            ? found
            : throw new InvalidOperationException("npm graphql is not installed: run scripts/setup --for-tests.");
    }
}
