using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace GridMap.Architecture.Tests;

/// <summary>The house rules a compiler cannot know; each lists its breaches in a tree.</summary>
public static partial class Rules
{
    private const string Server = "src/GridMap.Server/";
    private const string Migrations = "src/GridMap.Database/Migrations/";

    /// <summary>The one place that knows every slice.</summary>
    private const string Composition = "Commands";

    private static readonly Dictionary<string, string[]> AllowedReferences = new()
    {
        ["GridMap.Core"] = [],
        ["GridMap.GraphQL"] = [],
        ["GridMap.Database"] = ["GridMap.Core"],
        ["GridMap.Platform"] = ["GridMap.Core", "GridMap.Database", "GridMap.GraphQL"],
        ["GridMap.Districts"] = ["GridMap.Core", "GridMap.Database"],
        ["GridMap.Simulator"] = ["GridMap.Core"],
        ["GridMap.Server"] = ["GridMap.Core", "GridMap.Database", "GridMap.Platform", "GridMap.Districts", "GridMap.GraphQL"],
    };

    private static readonly string[] ForbiddenFolders = ["common", "shared", "helpers", "utils", "features"];

    // Put together here, so that this file does not break its own rule.
    private static readonly string[] Registries =
        [.. new[] { ("registry", "npmjs.org"), ("api", "nuget.org"), ("www", "nuget.org"), ("deb", "debian.org"), ("proxy", "golang.org") }.Select(host => $"{host.Item1}.{host.Item2}")];

    public static IEnumerable<string> ReferencesAgainstTheDirection(SourceTree tree) =>
        from project in tree.Find("src/", ".csproj")
        let name = Path.GetFileNameWithoutExtension(project.Path)
        from Match reference in ProjectReference().Matches(project.Text)
        let target = Path.GetFileNameWithoutExtension(reference.Groups[1].Value.Replace('\\', '/'))
        where !AllowedReferences.TryGetValue(name, out var allowed) || !allowed.Contains(target)
        select $"{name} must not reference {target}";

    public static IEnumerable<string> SlicesThatUseEachOther(SourceTree tree)
    {
        var sources = tree.Find(Server, ".cs").Where(file => SliceOf(file.Path) is not null).ToList();
        var slices = sources.Select(file => SliceOf(file.Path)!).Distinct().ToList();
        return from file in sources
               let own = SliceOf(file.Path)!
               where own != Composition
               from other in slices
               where other != own && UsesNamespace(file.Text, other)
               select $"{file.Path} uses the slice {other}";
    }

    public static IEnumerable<string> ImpureCore(SourceTree tree) =>
        from file in tree.Find("src/GridMap.Core/", ".cs")
        from Match impurity in Impurity().Matches(WithoutComments(file.Text))
        select $"{file.Path} uses {impurity.Value}";

    public static IEnumerable<string> ForbiddenFolderNames(SourceTree tree) => tree.Paths
        .Where(path => path.Split('/')[..^1].Any(folder => ForbiddenFolders.Contains(folder.ToLowerInvariant())))
        .Select(path => $"{path} lies in a folder whose name says nothing");

    public static IEnumerable<string> TypeNamesThatSayNothing(SourceTree tree) => tree.Paths
        .Where(path => EmptyTypeName().IsMatch(path))
        .Select(path => $"{path} is named after nothing in the field");

    public static IEnumerable<string> MigrationsOutOfOrder(SourceTree tree) => tree.Find(Migrations, ".sql")
        .Select(file => Path.GetFileName(file.Path))
        .Order(StringComparer.Ordinal)
        .Where((name, index) => !name.StartsWith($"{index + 1:0000}_", StringComparison.Ordinal))
        .Select(name => $"{name} does not follow the one before it");

    /// <summary>`checksums.txt` has one line per migration: checksum, two blanks, name.</summary>
    public static IEnumerable<string> EditedMigrations(SourceTree tree)
    {
        var actual = tree.Find(Migrations, ".sql")
            .Select(file => $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.Text)))}  {Path.GetFileName(file.Path)}")
            .ToHashSet();
        var pinned = tree.Read(Migrations + "checksums.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        return actual.Except(pinned).Select(line => $"{line[66..]} is new or was edited; a new one is pinned by scripts/bless, an old one stays as it is")
            .Concat(pinned.Except(actual).Select(line => $"{line[66..]} is pinned but is not there as pinned"));
    }

    public static IEnumerable<string> DeadLinks(SourceTree tree) =>
        from file in tree.Paths.Where(path => path.EndsWith(".md", StringComparison.Ordinal)).Select(path => (Path: path, Text: tree.Read(path)))
        from Match link in Link().Matches(file.Text)
        let target = link.Groups[1].Value.Split('#')[0]
        where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal)
        let resolved = Resolve(file.Path, target)
        where !tree.Has(resolved) && !tree.HasFolder(resolved)
        select $"{file.Path} links to {target}";

    public static IEnumerable<string> RootFieldsNobodyTells(SourceTree tree)
    {
        var told = tree.Read("docs/interfaces.md");
        return from Match root in RootType().Matches(GraphQLText().Replace(tree.Read("src/GridMap.Server/schema.graphql"), ""))
               from Match field in FieldName().Matches(root.Groups["fields"].Value)
               let name = field.Groups[1].Value
               where !Regex.IsMatch(told, $@"\b{name}\b")
               select $"docs/interfaces.md does not tell of {root.Groups["name"].Value}.{name}";
    }

    public static IEnumerable<string> SqlWithoutItsOperation(SourceTree tree) => Operations(tree, ".sql")
        .Where(file => !tree.Has($"{Path.GetDirectoryName(file.Path)}/{Path.GetFileName(file.Path).Split('.')[0]}.cs"))
        .Select(file => $"{file.Path} has no operation of its name beside it");

    public static IEnumerable<string> OperationsWithoutTheirSql(SourceTree tree) =>
        from file in Operations(tree, ".cs")
        from Match use in SqlBeside().Matches(WithoutComments(file.Text))
        let name = use.Groups["generic"].Success ? use.Groups["generic"].Value : use.Groups["type"].Value
        let suffix = use.Groups["suffix"].Success ? "." + use.Groups["suffix"].Value : ""
        where !Operations(tree, ".sql").Any(sql => Path.GetFileName(sql.Path) == $"{name}{suffix}.sql")
        select $"{file.Path} reads {name}{suffix}.sql, which is not there";

    public static IEnumerable<string> RegistryNames(SourceTree tree) =>
        from file in tree.Paths.Where(IsText).Select(path => (Path: path, Text: tree.Read(path)))
        from registry in Registries
        where file.Text.Contains(registry, StringComparison.OrdinalIgnoreCase)
        select $"{file.Path} names {registry}";

    public static IEnumerable<string> LongFiles(SourceTree tree) => tree.Find("", ".cs", ".ts", ".tsx")
        .Where(file => file.Text.Count(letter => letter == '\n') > 300)
        .Select(file => $"{file.Path} is longer than 300 lines");

    /// <summary>A line of seven such signs and a name.</summary>
    public static IEnumerable<string> MarksOfMerges(SourceTree tree) =>
        from file in tree.Paths.Where(IsText).Select(path => (Path: path, Text: tree.Read(path)))
        where Regex.IsMatch(file.Text, "^(<{7}|>{7}) ", RegexOptions.Multiline)
        select $"{file.Path} holds a mark of a merge";

    private static IEnumerable<(string Path, string Text)> Operations(SourceTree tree, string extension) =>
        tree.Find(Server, extension).Concat(tree.Find("src/GridMap.Platform/", extension));

    private static string? SliceOf(string path) => path[Server.Length..].Split('/') is [var slice, _, ..] ? slice : null;

    /// <summary>By a using, by the full name, or from a sibling namespace by its last word alone.</summary>
    private static bool UsesNamespace(string text, string slice) =>
        Regex.IsMatch(WithoutComments(text), $@"\bGridMap\.Server\.{slice}\b|(?<![\w.""/]){slice}\.[A-Z]");

    private static string WithoutComments(string text) => Comment().Replace(text, "");

    private static bool IsText(string path) => Path.GetExtension(path) is not (".png" or ".gz" or ".pbf" or ".ico" or ".woff2" or ".jpg" or ".webp");

    private static string Resolve(string from, string target)
    {
        var parts = new Stack<string>(target.StartsWith('/') ? [] : from.Split('/')[..^1]);
        foreach (var part in target.Split('/').Where(part => part is not ("" or ".")))
        {
            if (part != "..")
            {
                parts.Push(part);
            }
            else
            {
                parts.TryPop(out _);
            }
        }

        return string.Join('/', parts.Reverse());
    }

    [GeneratedRegex(@"<ProjectReference\s+Include=""([^""]+)""")]
    private static partial Regex ProjectReference();

    [GeneratedRegex(@"\basync\b|\bawait\b|\bTask<|\bTask\.|\bSystem\.IO\b|\bFile\.|\bDirectory\.|\bDateTime(?:Offset)?\.(?:Utc)?Now\b|\bTimeProvider\b|\bStopwatch\b|\bHttpClient\b|\bNpgsql|\bConsole\.|\bEnvironment\.|\bRandom\.Shared\b|\bGuid\.(?:NewGuid|CreateVersion7)\b")]
    private static partial Regex Impurity();

    [GeneratedRegex(@"(?:Manager|Helper|Helpers|Util|Utils|Service)\.(?:cs|ts|tsx)$")]
    private static partial Regex EmptyTypeName();

    [GeneratedRegex(@"(?<!`)\[[^\]]*\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^type (?<name>Query|Mutation|Subscription) \{(?<fields>.*?)^\}", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex RootType();

    [GeneratedRegex(@"^  (\w+)[(:]", RegexOptions.Multiline)]
    private static partial Regex FieldName();

    [GeneratedRegex(@"""{3}.*?""{3}|""[^""\n]*""", RegexOptions.Singleline)]
    private static partial Regex GraphQLText();

    [GeneratedRegex(@"Sql\.Beside(?:<(?<generic>\w+)>\(|\(typeof\((?<type>\w+)\)(?:,\s*)?)(?:""(?<suffix>[^""]*)"")?\)")]
    private static partial Regex SqlBeside();

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
