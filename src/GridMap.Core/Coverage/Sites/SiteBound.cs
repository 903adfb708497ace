namespace GridMap.Core.Coverage.Sites;

/// <summary>
/// What no choice of so many sites can be worth more than: the Lagrangian relaxation of "every demand is served by one site",
/// made tight by subgradient steps (Galvão and ReVelle, European Journal of Operational Research 88, 1996; step sizes of Polyak).
/// </summary>
/// <remarks>Whatever the multipliers λ ≥ 0 are, Σ λ + the sum of the greatest p of Σ max(0, worth − λ) is a bound: a choice is worth no more than its demand priced at λ plus what exceeds it.</remarks>
internal sealed class SiteBound(ReducedProblem problem, int count)
{
    private const int StepsWithoutGain = 12;

    private readonly double[] _price = new double[problem.DemandCount];
    private readonly double[] _excess = new double[problem.CandidateCount];
    private readonly int[] _order = [.. Enumerable.Range(0, problem.CandidateCount)];
    private readonly int[] _served = new int[problem.DemandCount];
    private double _step = 1;
    private int _stale;

    /// <summary>Never below the best choice.</summary>
    public long Value { get; private set; } = problem.MostWorth;

    public long Work { get; private set; }

    /// <summary>One step; false when further ones would not help.</summary>
    /// <param name="best">The best choice known.</param>
    public bool Improve(long best)
    {
        if (Value <= best || _step < 1e-4 || problem.CandidateCount == 0)
        {
            return false;
        }

        var bound = Relax();
        // Prices are not whole; the optimum is.
        var whole = (long)Math.Floor(bound + Math.Abs(bound) * 1e-11 + 1e-6);
        if (whole < Value)
        {
            (Value, _stale) = (whole, 0);
        }
        else if (++_stale >= StepsWithoutGain)
        {
            (_step, _stale) = (_step / 2, 0);
        }

        Move(bound - best);
        return true;
    }

    private double Relax()
    {
        for (var candidate = 0; candidate < problem.CandidateCount; candidate++)
        {
            var excess = 0.0;
            for (var at = problem.FirstOf[candidate]; at < problem.FirstOf[candidate + 1]; at++)
            {
                excess += Math.Max(0, problem.WorthOf[at] - _price[problem.DemandOf[at]]);
            }

            _excess[candidate] = excess;
        }

        Array.Sort(_order, (a, b) => _excess[a] != _excess[b] ? _excess[b].CompareTo(_excess[a]) : a.CompareTo(b));
        var bound = _price.Sum();
        foreach (var candidate in _order.AsSpan(0, Math.Min(count, _order.Length)))
        {
            bound += _excess[candidate];
        }

        Work += problem.DemandOf.Length + problem.DemandCount;
        return bound;
    }

    private void Move(double gap)
    {
        Array.Clear(_served);
        foreach (var candidate in _order.AsSpan(0, Math.Min(count, _order.Length)))
        {
            for (var at = problem.FirstOf[candidate]; at < problem.FirstOf[candidate + 1]; at++)
            {
                _served[problem.DemandOf[at]] += problem.WorthOf[at] > _price[problem.DemandOf[at]] ? 1 : 0;
            }
        }

        var length = 0.0;
        for (var demand = 0; demand < _served.Length; demand++)
        {
            // A price of nothing cannot fall.
            length += _served[demand] == 0 && _price[demand] == 0 ? 0 : (1.0 - _served[demand]) * (1 - _served[demand]);
        }

        if (length == 0)
        {
            _step = 0;
            return;
        }

        var factor = _step * Math.Max(gap, 1) / length;
        for (var demand = 0; demand < _served.Length; demand++)
        {
            _price[demand] = Math.Max(0, _price[demand] - factor * (1 - _served[demand]));
        }
    }
}
