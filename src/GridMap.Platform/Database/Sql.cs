using System.Collections.Concurrent;

namespace GridMap.Platform.Database;

/// <summary>The SQL that stands beside an operation under the same name: `Incidents/ReportIncident.sql` for `GridMap.Server.Incidents.ReportIncident`.</summary>
public static class Sql
{
    private static readonly ConcurrentDictionary<(Type, string), string> Texts = new();

    /// <summary>The text beside <typeparamref name="TOperation"/>, or beside it with a suffix: `ReportIncident.steps.sql`.</summary>
    public static string Beside<TOperation>(string suffix = "") => Beside(typeof(TOperation), suffix);

    /// <summary>The same for a static operation class.</summary>
    public static string Beside(Type operation, string suffix = "") => Texts.GetOrAdd((operation, suffix), static key => Read(key.Item1, key.Item2));

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
}
