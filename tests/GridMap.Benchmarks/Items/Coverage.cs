using System.Diagnostics;
using System.Globalization;
using GridMap.Core.Coverage;
using GridMap.Core.Coverage.Sites;

namespace GridMap.Benchmarks.Items;

/// <summary>
/// Item 8, coverage: 500 facilities on 50 000 crossings with a house at each, computed anew and with one facility moved, against pgRouting and scipy after all have
/// found the same walks; the next best sites among 2 000 candidates for 20 000 houses; and what the coverage screen waits for.
/// </summary>
public sealed class Coverage(Bed bed, Report report)
{
    // As far as coverage looks for facilities: it says how far away the nearest one is.
    private const double Seconds = 3600;
    private const double Near = 1e-6;
    private const int Candidates = 2000;
    private const int Houses = 20_000;
    private const int Sites = 10;
    private const int Block = 50;

    private static readonly long Limit = WalkCost.From(Seconds);
    private static readonly long Quarter = WalkCost.From(900);

    private readonly int _side = bed.Quick ? 100 : 224;
    private readonly int _facilities = bed.Quick ? 100 : 500;

    public async Task RunAsync()
    {
        var city = new CoverageCity(_side, _facilities);
        var demand = city.HouseAtEveryCrossing();
        await using (var peers = new CoveragePeers(bed, city, Seconds))
        {
            await peers.PrepareAsync();
            await CheckParityAsync(city, city.Cover(demand, Limit), peers);
            MeasureFull(city, demand);
            var move = MeasureMoves(city, demand);
            await CompareAsync(city, demand, peers, move);
        }

        MeasureSites();
        await new CoverageScreen(bed, report).RunAsync();
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static double Time(Action act)
    {
        var clock = Stopwatch.GetTimestamp();
        act();
        return Stopwatch.GetElapsedTime(clock).TotalSeconds;
    }

    private static async Task CheckParityAsync(CoverageCity city, CoverageMap map, CoveragePeers peers)
    {
        foreach (var nearestOnly in new[] { false, true })
        {
            var routed = await peers.ReadPgRoutingAsync(nearestOnly);
            await peers.ScipyAsync(nearestOnly);
            var found = await peers.ReadScipyAsync();
            var ranks = nearestOnly ? 1 : 2;
            for (var house = 0; house < city.Crossings.Length; house++)
            {
                var crossing = city.Crossings[house];
                for (var rank = 0; rank < ranks; rank++)
                {
                    var ours = map.Find(house, rank) is { } walk ? WalkCost.Amount(walk.Cost) : double.PositiveInfinity;
                    CheckSame("pgRouting", crossing, ours, routed.TryGetValue(crossing, out var walks) && walks.Length > rank ? walks[rank] : double.PositiveInfinity);
                    CheckSame("scipy", crossing, ours, found[rank * found.Length / ranks + crossing]);
                }
            }
        }
    }

    // Within a millionth of the limit one may find it and the other not.
    private static void CheckSame(string peer, int crossing, double ours, double theirs)
    {
        if (Math.Abs(Math.Min(ours, Seconds) - Math.Min(theirs, Seconds)) > Near)
        {
            throw new InvalidOperationException(Text($"No parity, no ratio: from crossing {crossing} it is {ours} s for us and {theirs} s for {peer}."));
        }
    }

    private void MeasureFull(CoverageCity city, CoverageDemand demand)
    {
        var times = Enumerable.Range(0, 5 + 4 * bed.Rounds).Select(_ => Time(() => city.Cover(demand, Limit)) * 1000).Skip(5).ToArray();
        report.Add(new Metric(8, "coverage_full_ms", Rounds.Median(times), 60, 60, Text($"{times.Min():0.#}…{times.Max():0.#}; the nearest two of {city.Crossings.Length} houses"), HigherIsBetter: false));
    }

    private double MeasureMoves(CoverageCity city, CoverageDemand demand)
    {
        var (median, greatest, perHouse) = Moves(city, demand);
        report.Add(new Metric(8, "coverage_move_ms", median * 1000, 1, 1, Text($"median of 2000; 99th percentile {greatest * 1000:0.###} ms"), HigherIsBetter: false));
        // It costs the houses whose nearest two it changes, however large the city is.
        var small = new CoverageCity((int)(_side / Math.Sqrt(10)), _facilities / 10);
        var (_, _, few) = Moves(small, small.HouseAtEveryCrossing());
        report.Add(new Metric(8, "coverage_move_per_house_vs_tenth", perHouse / few, 2, 1.2, Text($"{few * 1e6:0.###} and {perHouse * 1e6:0.###} µs a house that is changed"), HigherIsBetter: false));
        return median;
    }

    // A house costs what it costs in the middle one of the blocks: what else the machine does meanwhile is in some of them.
    private static (double Median, double Greatest, double PerHouse) Moves(CoverageCity city, CoverageDemand demand)
    {
        var map = city.Cover(demand, Limit);
        var times = new double[2000];
        var houses = new int[times.Length];
        for (var move = -2000; move < times.Length; move++)
        {
            var (facility, place) = ((move + 2000) % city.Facilities.Length, city.AnyCrossing());
            var taken = Time(() => map.Move(facility, place));
            if (move >= 0)
            {
                (times[move], houses[move]) = (taken, map.Changed.Length);
            }
        }

        var perHouse = Rounds.Median(times.Zip(houses).Chunk(Block).Select(block => block.Sum(move => move.First) / block.Sum(move => move.Second)));
        Array.Sort(times);
        return (times[times.Length / 2], times[times.Length * 99 / 100], perHouse);
    }

    private async Task CompareAsync(CoverageCity city, CoverageDemand demand, CoveragePeers peers, double move)
    {
        Task<double> OursAsync() => Task.FromResult(Enumerable.Range(0, 5).Average(_ => Time(() => city.Cover(demand, Limit))));
        var routing = await Rounds.CompareAsync(() => peers.PgRoutingAsync(nearestOnly: false), OursAsync, bed.Rounds);
        report.Add(Metric.Of(8, "coverage_vs_pgrouting", routing, 100, 500));
        var scipy = await Rounds.CompareAsync(() => peers.ScipyAsync(nearestOnly: false), OursAsync, bed.Rounds);
        report.Add(Metric.Of(8, "coverage_vs_scipy", scipy, 5, 20));
        // What they are best at, the nearest one only, against the same for us and a second-nearest more.
        var equicost = await Rounds.CompareAsync(() => peers.PgRoutingAsync(nearestOnly: true), OursAsync, bed.Rounds);
        report.Add(Metric.Of(8, "coverage_vs_pgrouting_nearest_only", equicost, 1, 10));
        var nearest = await Rounds.CompareAsync(() => peers.ScipyAsync(nearestOnly: true), OursAsync, bed.Rounds);
        report.Add(Metric.Of(8, "coverage_vs_scipy_nearest_only", nearest, 0.5, 1));
        // A moved pin against all that they can do about it: their best, anew.
        Task<double> MoveAsync() => Task.FromResult(move);
        report.Add(Metric.Of(8, "one_move_vs_pgrouting_nearest_only", await Rounds.CompareAsync(() => peers.PgRoutingAsync(nearestOnly: true), MoveAsync, bed.Rounds), 100, 500));
        report.Add(Metric.Of(8, "one_move_vs_scipy_nearest_only", await Rounds.CompareAsync(() => peers.ScipyAsync(nearestOnly: true), MoveAsync, bed.Rounds), 5, 20));
    }

    private void MeasureSites()
    {
        var city = new CoverageCity(224, 500);
        var map = new CoverageMap(city.Network, city.Houses(Houses), Quarter, Quarter);
        map.Add(Enumerable.Range(0, 20).Select(facility => KeyValuePair.Create(facility, city.AnyCrossing())));
        CoveragePlace[] candidates = [.. Enumerable.Range(0, Candidates).Select(_ => city.Anywhere())];
        Reach[][] lists = [];
        var listing = Enumerable.Range(0, 2 + bed.Rounds).Select(_ => Time(() => lists = CoverLists.Find(map, candidates, Quarter, default)) * 1000).Skip(2).ToArray();
        report.Add(new Metric(8, "cover_lists_ms", Rounds.Median(listing), 250, 250, Text($"{Candidates} candidates, {Houses} houses, {lists.Sum(list => list.Length)} entries"), HigherIsBetter: false));
        var (first, all) = (new List<double>(), new List<double>());
        ChosenSites? best = null;
        for (var round = 0; round < 1 + bed.Rounds; round++)
        {
            var clock = Stopwatch.GetTimestamp();
            var told = 0.0;
            best = SiteChoice.Choose(SiteProblem.Cover(map, lists), Sites, progress: _ => told = told == 0 ? Stopwatch.GetElapsedTime(clock).TotalMilliseconds : told);
            first.Add(told);
            all.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
        }

        report.Add(new Metric(8, "sites_first_ms", Rounds.Median(first.Skip(1)), 150, 150, Text($"{Sites} sites; from the cover lists to the first choice with its bound"), HigherIsBetter: false));
        report.Add(new Metric(8, "sites_best_ms", Rounds.Median(all.Skip(1)), 1000, 1000, Text($"{best!.Value} households, proved to be at most {best.Gap:P2} below the best possible"), HigherIsBetter: false));
    }
}
