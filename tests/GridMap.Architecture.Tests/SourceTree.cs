using System.Diagnostics;

namespace GridMap.Architecture.Tests;

/// <summary>The files git knows of, by path from the root; rules read nothing else, so a breach can be planted in memory.</summary>
public sealed class SourceTree(IReadOnlyDictionary<string, Lazy<string>> files)
{
    public static SourceTree WorkingCopy { get; } = ReadWorkingCopy();

    public IEnumerable<string> Paths => files.Keys;

    public static SourceTree Of(params (string Path, string Text)[] files) =>
        new(files.ToDictionary(file => file.Path, file => new Lazy<string>(file.Text)));

    /// <summary>This tree with some files put in or replaced: where a breach is planted.</summary>
    public SourceTree With(params (string Path, string Text)[] planted)
    {
        var all = new Dictionary<string, Lazy<string>>(files);
        foreach (var (path, text) in planted)
        {
            all[path] = new Lazy<string>(text);
        }

        return new SourceTree(all);
    }

    public bool Has(string path) => files.ContainsKey(path);

    public bool HasFolder(string path) => files.Keys.Any(file => file.StartsWith(path.TrimEnd('/') + "/", StringComparison.Ordinal));

    public string Read(string path) => files[path].Value;

    public IEnumerable<(string Path, string Text)> Find(string folder, params string[] extensions) => files.Keys
        .Where(path => path.StartsWith(folder, StringComparison.Ordinal) && extensions.Contains(System.IO.Path.GetExtension(path)))
        .Select(path => (path, Read(path)));

    private static SourceTree ReadWorkingCopy()
    {
        var root = FindRoot();
        var start = new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(start)!;
        var listed = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        return new SourceTree(listed
            .Distinct()
            .Where(path => File.Exists(Path.Combine(root, path)))
            .ToDictionary(path => path, path => new Lazy<string>(() => File.ReadAllText(Path.Combine(root, path)))));
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GridMap.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("These tests must lie in a working copy.");
        }

        return folder.FullName;
    }
}
