using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace GridMap.Database;

/// <summary>A SQL file that the program carries.</summary>
public sealed record Script(string Name, string Text)
{
    /// <summary>The number before the first underscore of a migration's name.</summary>
    public int Version => int.Parse(Name.AsSpan(0, Name.IndexOf('_', StringComparison.Ordinal)), CultureInfo.InvariantCulture);

    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    public static IReadOnlyList<Script> Migrations { get; } = ReadFolder("Migrations/");

    public static IReadOnlyList<Script> Functions { get; } = ReadFolder("Functions/");

    private static Script[] ReadFolder(string folder)
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new Script(name[folder.Length..], ReadText(assembly, name)))];
    }

    private static string ReadText(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
