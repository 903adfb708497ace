using System.Globalization;
using System.Text;

namespace GridMap.Benchmarks;

/// <summary>One figure against what it must reach and what it aims at; `HigherIsBetter` tells which way.</summary>
public sealed record Metric(int Item, string Name, double Value, double Must, double Aim, string Spread, bool HigherIsBetter = true)
{
    public static Metric Of(int item, string name, Ratio ratio, double must, double aim) => new(
        item, name, ratio.Median, must, aim, string.Create(
            CultureInfo.InvariantCulture, $"{ratio.Least:0.##}…{ratio.Greatest:0.##}, control {ratio.Control:0.###}{(ratio.IsVoid ? " VOID" : "")}"));

    public bool Held => HigherIsBetter ? Value >= Must : Value <= Must;

    public string Line => string.Create(
        CultureInfo.InvariantCulture, $"item {Item} metric={Name} value={Value:0.###} must={Must:0.###} aim={Aim:0.###} {(Held ? "held" : "short")}");
}

/// <summary>The figures of one run: printed for programs, written into `docs/benchmarks.md` for people.</summary>
public sealed class Report(string command)
{
    private readonly List<Metric> _metrics = [];

    public IReadOnlyList<Metric> Metrics => _metrics;

    public void Add(Metric metric)
    {
        _metrics.Add(metric);
        Console.WriteLine($"{metric.Line}  ({metric.Spread})");
    }

    /// <summary>Replaces the section of each measured item, and leaves the others as they were measured.</summary>
    public async Task WriteAsync(string path)
    {
        var kept = File.Exists(path) ? Sections(await File.ReadAllTextAsync(path)) : [];
        foreach (var item in _metrics.GroupBy(metric => metric.Item))
        {
            kept[item.Key] = await SectionAsync(item.Key, item);
        }

        var text = new StringBuilder("# Benchmarks\n\nWritten by `scripts/bench`. Ratios are measured side by side, A B B A, after a parity check; the control is A against A.\n");
        foreach (var (_, section) in kept.OrderBy(pair => pair.Key))
        {
            text.Append('\n').Append(section.TrimEnd()).Append('\n');
        }

        await File.WriteAllTextAsync(path, text.ToString());
    }

    private async Task<string> SectionAsync(int item, IEnumerable<Metric> metrics)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"## Item {item}\n\n{await MachineAsync()}; {DateTimeOffset.UtcNow:yyyy-MM-dd}; `{command}`\n\n");
        text.Append("| metric | value | must | aim | | rounds |\n|---|---|---|---|---|---|\n");
        foreach (var metric in metrics)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {metric.Name} | {metric.Value:0.###} | {metric.Must:0.###} | {metric.Aim:0.###} | {(metric.Held ? "held" : "short")} | {metric.Spread} |\n");
        }

        return text.ToString();
    }

    private static Dictionary<int, string> Sections(string text) => text.Split("\n## Item ")[1..]
        .ToDictionary(section => int.Parse(section[..section.IndexOf('\n')], CultureInfo.InvariantCulture), section => "## Item " + section);

    private static async Task<string> MachineAsync()
    {
        var model = (await File.ReadAllLinesAsync("/proc/cpuinfo")).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim();
        return $"{model ?? "unknown processor"}, {Environment.ProcessorCount} processors, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB";
    }
}
