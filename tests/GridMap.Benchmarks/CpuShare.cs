using System.Globalization;

namespace GridMap.Benchmarks;

/// <summary>Beside the ratio by the clock, the same by processor seconds: what a request costs, also when others use the machine.</summary>
public sealed class CpuShare(Wrk wrk, Child ours, Child theirs)
{
    private readonly List<double> _ours = [];

    private readonly List<double> _theirs = [];

    public string Text => string.Create(CultureInfo.InvariantCulture, $", by processor time {Rounds.Median(_ours) / Rounds.Median(_theirs):0.##}");

    public Task<double> OursAsync(Uri server, IReadOnlyList<string> paths, IReadOnlyDictionary<string, string>? etags = null) =>
        DriveAsync(ours, _ours, server, paths, etags);

    public Task<double> TheirsAsync(Uri server, IReadOnlyList<string> paths, IReadOnlyDictionary<string, string>? etags = null) =>
        DriveAsync(theirs, _theirs, server, paths, etags);

    private async Task<double> DriveAsync(Child child, List<double> perSecond, Uri server, IReadOnlyList<string> paths, IReadOnlyDictionary<string, string>? etags)
    {
        var before = child.CpuSeconds();
        var rate = await wrk.RateAsync(server, paths, etags);
        perSecond.Add(rate * wrk.Seconds / (child.CpuSeconds() - before));
        return rate;
    }
}
