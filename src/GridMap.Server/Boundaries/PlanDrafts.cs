using System.Collections.Concurrent;
using GridMap.Core.Boundaries.Editing;

namespace GridMap.Server.Boundaries;

/// <summary>
/// Plans that somebody works on, in memory: one turn at a time for each. What is held is used as long as the plan and the division in force are as
/// they were; otherwise it is made again from the operations.
/// </summary>
public sealed class PlanDrafts(LoadPlan load, LoadChangedSince changedSince, CurrentDivision current, BoundaryRules rules)
{
    private const int MostHeld = 12;

    private readonly ConcurrentDictionary<int, Held> _held = new();
    private long _clock;

    /// <summary>Waits for a turn at a plan and brings it up to date; null if there is no such plan. Whoever gets it must give it back.</summary>
    public async Task<PlanTurn?> TakeAsync(int planId, CancellationToken cancellationToken)
    {
        var held = _held.GetOrAdd(planId, static _ => new Held());
        held.UsedAt = Interlocked.Increment(ref _clock);
        await held.Turn.WaitAsync(cancellationToken);
        try
        {
            if (await FindDraftAsync(planId, held.Draft, cancellationToken) is { } draft)
            {
                held.Draft = draft;
                LetGoOfOldest(planId);
                return new PlanTurn(draft, held);
            }
        }
        catch
        {
            held.Turn.Release();
            throw;
        }

        held.Turn.Release();
        _held.TryRemove(planId, out _);
        return null;
    }

    private async Task<PlanDraft?> FindDraftAsync(int planId, PlanDraft? present, CancellationToken cancellationToken)
    {
        var inForce = await current.LoadAsync(cancellationToken);
        var known = ReferenceEquals(present?.InForce, inForce) ? present?.Plan.Version : null;
        if (await load.RunAsync(planId, known, cancellationToken) is not { } found)
        {
            return null;
        }

        if (known == found.Plan.Version)
        {
            return present;
        }

        var foreign = found.Plan.BaseRevision == inForce.Revision || found.Plan.Status == PlanStatus.Published
            ? ChangedSince.Nothing
            : await changedSince.RunAsync(found.Plan.BaseRevision, cancellationToken);
        return PlanDraft.Build(found.Plan, found.Operations, inForce, foreign, rules);
    }

    /// <summary>A copy of a city's land is tens of megabytes.</summary>
    private void LetGoOfOldest(int except)
    {
        foreach (var (id, held) in _held.OrderByDescending(pair => pair.Value.UsedAt).Skip(MostHeld))
        {
            if (id != except && held.Turn.Wait(0))
            {
                held.Draft = null;
                held.Turn.Release();
            }
        }
    }

    /// <summary>A plan's place in memory, and whose turn it is.</summary>
    internal sealed class Held
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public PlanDraft? Draft { get; set; }

        public long UsedAt { get; set; }
    }
}

/// <summary>A turn at a plan, until it is given back.</summary>
public sealed class PlanTurn : IDisposable
{
    private readonly PlanDrafts.Held _held;

    internal PlanTurn(PlanDraft draft, PlanDrafts.Held held) => (Draft, _held) = (draft, held);

    public PlanDraft Draft { get; }

    /// <summary>What is in memory is not what was written: it is made again next time.</summary>
    public void Forget() => _held.Draft = null;

    public void Dispose() => _held.Turn.Release();
}
