using System.Diagnostics.Metrics;
using GridMap.Core.Patrols;

namespace GridMap.Server.Patrols;

/// <summary>Counts what becomes of fixes, by the name of the rule.</summary>
public sealed class PatrolMeters : IDisposable
{
    public const string MeterName = "GridMap.Patrols";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _kept;
    private readonly Counter<long> _filtered;
    private readonly Counter<long> _refused;
    private readonly Histogram<int> _batch;
    private readonly Histogram<double> _commit;

    public PatrolMeters()
    {
        _kept = _meter.CreateCounter<long>("gridmap.fixes.kept", description: "Fixes stored");
        _filtered = _meter.CreateCounter<long>("gridmap.fixes.filtered", description: "Fixes a rule filtered");
        _refused = _meter.CreateCounter<long>("gridmap.fixes.refused", description: "Fixes sent back to their device");
        _batch = _meter.CreateHistogram<int>("gridmap.fixes.batch_size", "{fix}", "Fixes stored in one commit");
        _commit = _meter.CreateHistogram<double>("gridmap.fixes.commit_duration", "s", "Time of one commit");
    }

    public void Kept(int count, TimeSpan commit)
    {
        _kept.Add(count);
        _batch.Record(count);
        _commit.Record(commit.TotalSeconds);
    }

    /// <summary>Counts what a rule stopped, under the name of the rule.</summary>
    public void Answered(FixAnswer[] answers)
    {
        foreach (var answer in answers)
        {
            if (answer.Filter is { } filter)
            {
                Filtered(filter);
            }

            if (answer.Refusal is { } refusal)
            {
                Refused(refusal.Code);
            }
        }
    }

    private void Filtered(FixFilter filter) => _filtered.Add(1, new KeyValuePair<string, object?>("rule", FixFilters.Name(filter)));

    public void Refused(string code) => _refused.Add(1, new KeyValuePair<string, object?>("code", code));

    /// <summary>Whether an instrument is of this server.</summary>
    public bool Owns(Instrument instrument) => instrument.Meter == _meter;

    public void Dispose() => _meter.Dispose();
}
