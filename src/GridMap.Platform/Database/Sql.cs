using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace GridMap.Platform.Database;

/// <summary>The SQL that stands beside an operation under the same name: `Incidents/ReportIncident.sql` for `GridMap.Server.Incidents.ReportIncident`.</summary>
public static partial class Sql
{
    private static readonly ConcurrentDictionary<(Type, string), string> Texts = new();

    /// <summary>The text beside <typeparamref name="TOperation"/>, or beside it with a suffix: `ReportIncident.steps.sql`.</summary>
    public static string Beside<TOperation>(string suffix = "") => Beside(typeof(TOperation), suffix);

    /// <summary>The same for a static operation class.</summary>
    public static string Beside(Type operation, string suffix = "") => Texts.GetOrAdd((operation, suffix), static key => Read(key.Item1, key.Item2));

    /// <summary>
    /// The text beside <typeparamref name="TOperation"/> with its named parameters as numbers, $1 the first of <paramref name="names"/>: the driver reads a text with names anew at
    /// every execution.
    /// </summary>
    public static string Numbered<TOperation>(params string[] names) => ParameterName().Replace(
        Beside<TOperation>(),
        name => Array.IndexOf(names, name.Value[1..]) is >= 0 and var place
            ? string.Create(CultureInfo.InvariantCulture, $"${place + 1}")
            : throw new InvalidOperationException($"{name.Value} is none of the parameters of {typeof(TOperation).FullName}."));

    private static string Read(Type operation, string suffix)
    {
        var assembly = operation.Assembly;
        var root = assembly.EntryPoint is null ? assembly.GetName().Name! : "GridMap.Server";
        var folder = operation.Namespace![root.Length..].TrimStart('.').Replace('.', '/');
        var name = $"{folder}/{operation.Name}{(suffix.Length == 0 ? "" : "." + suffix)}.sql";
        using var stream = assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"There is no {name} beside {operation.FullName}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("@[a-z_]+")]
    private static partial Regex ParameterName();
}
