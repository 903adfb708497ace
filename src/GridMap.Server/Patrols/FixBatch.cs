using GridMap.Core.Patrols;

namespace GridMap.Server.Patrols;

/// <summary>Fixes of one request that wait for their verdicts, and for the commit.</summary>
internal sealed record WaitingFixes(ReadOnlyMemory<IncomingFix> Fixes)
{
    public TaskCompletionSource<FixFilter?[]> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>For each fix the filter that stopped it.</summary>
    public FixFilter?[] Verdicts { get; } = new FixFilter?[Fixes.Length];
}

/// <summary>What goes into the database with one commit: the requests, and the rows of those of their fixes that no rule stopped.</summary>
internal sealed class FixBatch
{
    private readonly List<WaitingFixes> _requests = [];
    private readonly FixRows _rows;

    /// <param name="rows">Where its rows are written; what is there is overwritten.</param>
    public FixBatch(FixRows rows)
    {
        _rows = rows;
        _rows.Begin();
    }

    public delegate FixFilter? Judge(in IncomingFix incoming);

    public delegate void Act(in IncomingFix incoming);

    /// <summary>Fixes that wait, stopped ones among them.</summary>
    public int Count { get; private set; }

    public void Add(WaitingFixes request, Judge judge)
    {
        _requests.Add(request);
        Count += request.Fixes.Length;
        JudgeAll(request, judge);
    }

    /// <summary>Judges in the same order again, after what the first verdicts rested on turned out not to be stored.</summary>
    public void JudgeAnew(Judge judge)
    {
        _rows.Begin();
        _requests.ForEach(request => JudgeAll(request, judge));
    }

    /// <summary>The rows as they are sent.</summary>
    public FixRows EndRows()
    {
        _rows.End();
        return _rows;
    }

    /// <summary>In their order those that no rule stopped.</summary>
    public void ForEachKept(Act act)
    {
        foreach (var request in _requests)
        {
            var fixes = request.Fixes.Span;
            for (var index = 0; index < fixes.Length; index++)
            {
                if (request.Verdicts[index] is null)
                {
                    act(fixes[index]);
                }
            }
        }
    }

    public void Succeed() => _requests.ForEach(request => request.Answer.TrySetResult(request.Verdicts));

    public void Fail(Exception fault) => _requests.ForEach(request => request.Answer.TrySetException(new FixesNotStoredException(fault)));

    private void JudgeAll(WaitingFixes request, Judge judge)
    {
        var fixes = request.Fixes.Span;
        for (var index = 0; index < fixes.Length; index++)
        {
            request.Verdicts[index] = judge(fixes[index]);
            if (request.Verdicts[index] is null)
            {
                _rows.Add(fixes[index]);
            }
        }
    }
}
