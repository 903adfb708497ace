namespace GridMap.Core.Coverage.Sites;

/// <summary>A set of sites that is made better: for every demand its best and second-best site, so that any exchange of one site is judged without trying it.</summary>
/// <remarks>
/// Lazy greedy: Minoux, Accelerated greedy algorithms, Optimization Techniques, 1978. The exchange by gain, loss and extra: Resende and Werneck, Annals of Operations Research 150, 2007.
/// </remarks>
internal sealed class SiteSearch
{
    private readonly ReducedProblem _problem;
    private readonly List<int> _sites = [];
    private readonly int[] _slot;
    private readonly long[] _best;
    private readonly long[] _second;
    private readonly int[] _bestSite;

    public SiteSearch(ReducedProblem problem)
    {
        _problem = problem;
        _slot = new int[problem.CandidateCount];
        Array.Fill(_slot, -1);
        (_best, _second, _bestSite) = (new long[problem.DemandCount], new long[problem.DemandCount], new int[problem.DemandCount]);
        Array.Fill(_bestSite, -1);
    }

    public IReadOnlyList<int> Sites => _sites;

    public long Value { get; private set; }

    /// <summary>How many entries of lists have been looked at: the time it has taken, measured so that it is the same on every machine.</summary>
    public long Work { get; private set; }

    /// <summary>Adds the site that is worth most beside those that are there until there are so many; stops when none is worth anything.</summary>
    public void AddGreedily(int count)
    {
        var queue = new PriorityQueue<int, (long Less, int Candidate)>();
        for (var candidate = 0; candidate < _problem.CandidateCount; candidate++)
        {
            if (_slot[candidate] < 0)
            {
                queue.Enqueue(candidate, (-Gain(candidate), candidate));
            }
        }

        // A site's worth beside more sites is never more: one that is still first after being weighed again is the best.
        while (_sites.Count < count && queue.TryDequeue(out var candidate, out _))
        {
            var gain = Gain(candidate);
            if (queue.TryPeek(out _, out var next) && (-gain, candidate).CompareTo(next) > 0)
            {
                queue.Enqueue(candidate, (-gain, candidate));
            }
            else if (gain > 0)
            {
                Add(candidate);
            }
        }
    }

    /// <summary>Exchanges one site for another, the best exchange first, until none makes it better or the work is used up.</summary>
    public void ExchangeWhileBetter(long workMost, CancellationToken cancellationToken)
    {
        while (Work < workMost && !cancellationToken.IsCancellationRequested && FindExchange() is var (site, candidate) && site >= 0)
        {
            Remove(site);
            Add(candidate);
        }
    }

    public void Set(IReadOnlyList<int> sites)
    {
        foreach (var site in _sites.Except(sites).ToArray())
        {
            Remove(site);
        }

        foreach (var site in sites.Except(_sites).ToArray())
        {
            Add(site);
        }
    }

    public void Shake(Random chance, int exchanges)
    {
        for (var i = 0; i < exchanges && _sites.Count > 0 && _sites.Count < _problem.CandidateCount; i++)
        {
            var candidate = chance.Next(_problem.CandidateCount);
            if (_slot[candidate] < 0)
            {
                Remove(_sites[chance.Next(_sites.Count)]);
                Add(candidate);
            }
        }
    }

    public void Add(int candidate)
    {
        _slot[candidate] = _sites.Count;
        _sites.Add(candidate);
        for (var at = _problem.FirstOf[candidate]; at < _problem.FirstOf[candidate + 1]; at++)
        {
            var (demand, worth) = (_problem.DemandOf[at], _problem.WorthOf[at]);
            if (worth > _best[demand])
            {
                Value += worth - _best[demand];
                (_second[demand], _best[demand], _bestSite[demand]) = (_best[demand], worth, candidate);
            }
            else if (worth > _second[demand])
            {
                _second[demand] = worth;
            }
        }
    }

    private void Remove(int site)
    {
        var slot = _slot[site];
        _sites[slot] = _sites[^1];
        _slot[_sites[slot]] = slot;
        _sites.RemoveAt(_sites.Count - 1);
        _slot[site] = -1;
        for (var at = _problem.FirstOf[site]; at < _problem.FirstOf[site + 1]; at++)
        {
            var demand = _problem.DemandOf[at];
            if (_bestSite[demand] == site || _problem.WorthOf[at] >= _second[demand])
            {
                Look(demand);
            }
        }
    }

    private void Look(int demand)
    {
        var (best, second, bestSite) = (0L, 0L, -1);
        for (var at = _problem.FirstBy[demand]; at < _problem.FirstBy[demand + 1]; at++)
        {
            var (candidate, worth) = (_problem.CandidateBy[at], _problem.WorthBy[at]);
            if (_slot[candidate] < 0)
            {
                continue;
            }

            if (worth > best)
            {
                (best, second, bestSite) = (worth, best, candidate);
            }
            else if (worth > second)
            {
                second = worth;
            }
        }

        Work += _problem.FirstBy[demand + 1] - _problem.FirstBy[demand];
        Value += best - _best[demand];
        (_best[demand], _second[demand], _bestSite[demand]) = (best, second, bestSite);
    }

    public long Gain(int candidate)
    {
        var gain = 0L;
        for (var at = _problem.FirstOf[candidate]; at < _problem.FirstOf[candidate + 1]; at++)
        {
            gain += Math.Max(0, _problem.WorthOf[at] - _best[_problem.DemandOf[at]]);
        }

        Work += _problem.FirstOf[candidate + 1] - _problem.FirstOf[candidate];
        return gain;
    }

    private (int Site, int Candidate) FindExchange()
    {
        var loss = new long[_sites.Count];
        for (var demand = 0; demand < _problem.DemandCount; demand++)
        {
            if (_bestSite[demand] >= 0)
            {
                loss[_slot[_bestSite[demand]]] += _best[demand] - _second[demand];
            }
        }

        var (most, exchange) = (0L, (Site: -1, Candidate: -1));
        var kept = new long[_sites.Count];
        for (var candidate = 0; candidate < _problem.CandidateCount; candidate++)
        {
            if (_slot[candidate] >= 0)
            {
                continue;
            }

            var gain = Weigh(candidate, kept);
            for (var slot = 0; slot < kept.Length; slot++)
            {
                if (gain + kept[slot] - loss[slot] > most)
                {
                    (most, exchange) = (gain + kept[slot] - loss[slot], (_sites[slot], candidate));
                }
            }
        }

        Work += _problem.DemandOf.Length + _problem.DemandCount + (long)_problem.CandidateCount * _sites.Count;
        return exchange;
    }

    // What a candidate adds beside all sites; and for each site, how much of its loss the candidate would make good.
    private long Weigh(int candidate, long[] kept)
    {
        Array.Clear(kept);
        var gain = 0L;
        for (var at = _problem.FirstOf[candidate]; at < _problem.FirstOf[candidate + 1]; at++)
        {
            var (demand, worth) = (_problem.DemandOf[at], _problem.WorthOf[at]);
            gain += Math.Max(0, worth - _best[demand]);
            if (_bestSite[demand] >= 0 && worth > _second[demand])
            {
                kept[_slot[_bestSite[demand]]] += Math.Min(worth, _best[demand]) - _second[demand];
            }
        }

        return gain;
    }
}
