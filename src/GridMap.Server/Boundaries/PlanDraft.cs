using GridMap.Core;
using GridMap.Core.Boundaries.Editing;
using GridMap.Core.Geography;

namespace GridMap.Server.Boundaries;

/// <summary>An operation of a plan that cannot be done on the division as it is now.</summary>
/// <param name="Position">From 1.</param>
/// <param name="Refusal">What the engine refuses, or that it would do something else than before.</param>
public sealed record BrokenOperation(int Position, Refusal Refusal);

/// <summary>
/// A plan in memory: the division in force with its operations done on it, up to the first that no longer can be. Its turn must be held by whoever
/// touches it.
/// </summary>
public sealed class PlanDraft
{
    private static readonly Refusal DoesOtherwise = new(
        "LAND_CHANGED_MEANWHILE",
        "This land has been changed by a published plan since; decide whose change is kept.",
        "该处已被其他已发布方案改动；请决定保留哪一方的改动。");

    private readonly BoundaryRules _rules;
    private readonly List<KeptOperation> _kept;
    private readonly List<Outcome> _done = [];

    private PlanDraft(Plan plan, IEnumerable<KeptOperation> kept, DivisionInForce inForce, ChangedSince foreign, BoundaryRules rules)
    {
        (Plan, InForce, Foreign, _rules, _kept, Division) = (plan, inForce, foreign, rules, [.. kept], inForce.Division.Copy());
    }

    public Plan Plan { get; private set; }

    /// <summary>What it rests upon.</summary>
    public DivisionInForce InForce { get; }

    /// <summary>What has been published since the plan's base.</summary>
    public ChangedSince Foreign { get; }

    public Division Division { get; }

    /// <summary>In force and undone, as kept.</summary>
    public IReadOnlyList<KeptOperation> Kept => _kept;

    /// <summary>What each operation that is in force did on the present division.</summary>
    public IReadOnlyList<Outcome> Done => _done;

    /// <summary>Null where all operations in force could be done.</summary>
    public BrokenOperation? Broken { get; private set; }

    public bool IsStale => Plan.BaseRevision != InForce.Revision;

    /// <summary>Where the operation in the way lies, or else the first one; null where there is none, or nothing of it is left.</summary>
    public Position? Place
    {
        get
        {
            var (land, operation) = (InForce.Division, _kept.ElementAtOrDefault((Broken?.Position ?? 1) - 1));
            return operation?.TouchedAtoms.Where(land.HasAtom).Select(atom => (Position?)land.NumbersOfAtom(atom).LabelPoint).FirstOrDefault()
                ?? operation?.TouchedGrids.Where(land.HasGrid).Select(grid => (Position?)land.NumbersOf(grid).LabelPoint).FirstOrDefault();
        }
    }

    /// <summary>Does the operations of a plan on the division in force.</summary>
    /// <param name="foreign">What has been published since the plan's base.</param>
    public static PlanDraft Build(Plan plan, IReadOnlyList<KeptOperation> kept, DivisionInForce inForce, ChangedSince foreign, BoundaryRules rules)
    {
        var draft = new PlanDraft(plan, kept, inForce, foreign, rules.AsWarnings());
        // What has been published is in force already.
        foreach (var operation in kept.Take(plan.Status == PlanStatus.Published ? 0 : plan.Applied))
        {
            if (draft.FindBreak(operation) is { } refusal)
            {
                draft.Broken = new BrokenOperation(operation.Position, refusal);
                break;
            }
        }

        return draft;
    }

    /// <summary>Does further operations, all or none, behind what is in force.</summary>
    public Result<IReadOnlyList<Outcome>> Apply(IReadOnlyList<Operation> operations, BoundaryRules rules, Func<Outcome, Refusal?> findRefusal, out int refused)
    {
        var before = _done.Count;
        for (refused = 0; refused < operations.Count; refused++)
        {
            var outcome = Division.Apply(operations[refused], rules);
            var refusal = outcome.Refusal;
            if (refusal is null)
            {
                _done.Add(outcome.Value);
                refusal = findRefusal(outcome.Value);
            }

            if (refusal is not null)
            {
                TakeBackTo(before);
                return refusal;
            }
        }

        return _done[before..];
    }

    /// <summary>Takes back what was done behind the first so many operations.</summary>
    public void TakeBackTo(int count)
    {
        for (; _done.Count > count; _done.RemoveAt(_done.Count - 1))
        {
            var undone = Division.Apply(_done[^1].Inverse, _rules);
            if (undone.Refusal is { } refusal)
            {
                throw new InvalidOperationException($"Operation {_done.Count} of plan {Plan.Id} cannot be taken back: {refusal.Code}.");
            }
        }
    }

    /// <summary>Does undone operations again, up to so many; the refusal where one no longer can be.</summary>
    public Refusal? RedoTo(int count)
    {
        var before = _done.Count;
        while (_done.Count < count)
        {
            if (FindBreak(_kept[_done.Count]) is { } refusal)
            {
                TakeBackTo(before);
                return refusal;
            }
        }

        return null;
    }

    /// <summary>What has been written is how it stands now.</summary>
    public void Written(Plan plan, IReadOnlyList<KeptOperation> kept)
    {
        Plan = plan;
        _kept.Clear();
        _kept.AddRange(kept);
    }

    /// <summary>
    /// Does the operations behind the one in the way, and answers which of the kept ones are done then, in order. What is in conflict is done on top
    /// of what was published where that is possible (mine), or left out (theirs). Null where one is met that is not decided about: then the draft is of no
    /// use any more.
    /// </summary>
    /// <param name="choose">By the position of an operation, from 1.</param>
    public IReadOnlyList<KeptOperation>? Settle(Func<int, ConflictChoice> choose)
    {
        var settled = _kept.Take(_done.Count).ToList();
        foreach (var kept in _kept.Take(Plan.Applied).Skip(_done.Count))
        {
            if (FindBreak(kept) is null)
            {
                settled.Add(kept);
                continue;
            }

            var choice = choose(kept.Position);
            if (choice == ConflictChoice.Neither)
            {
                return null;
            }

            if (choice == ConflictChoice.Mine && DoAnyway(kept))
            {
                settled.Add(kept);
            }
        }

        Broken = null;
        return settled;
    }

    /// <summary>More or fewer of the kept operations are in force now.</summary>
    public void Moved(Plan plan)
    {
        Plan = plan;
        Broken = Broken is { } broken && broken.Position > plan.Applied ? null : Broken;
    }

    private bool DoAnyway(KeptOperation kept)
    {
        var outcome = Division.Apply(kept.Operation, _rules);
        if (!outcome.IsRefused)
        {
            _done.Add(outcome.Value);
        }

        return !outcome.IsRefused;
    }

    private Refusal? FindBreak(KeptOperation kept)
    {
        var outcome = Division.Apply(kept.Operation, _rules);
        if (outcome.Refusal is { } refusal)
        {
            return refusal;
        }

        _done.Add(outcome.Value);
        if (outcome.Value.TouchedAtoms.AsSpan().SequenceEqual(kept.TouchedAtoms)
            && outcome.Value.TouchedGrids.AsSpan().SequenceEqual(kept.TouchedGrids)
            && !Foreign.Meets(outcome.Value))
        {
            return null;
        }

        TakeBackTo(_done.Count - 1);
        return DoesOtherwise;
    }
}
