using GridMap.Core.Coverage;
using GridMap.Core.Coverage.Sites;
using GridMap.Core.Geography;

namespace GridMap.Server.Coverage;

/// <summary>What the new sites are to be good for.</summary>
public enum SiteGoal
{
    Cover,
    Shorten,
    CoverAll,
}

/// <summary>Where to look for new sites, and for how many.</summary>
public sealed record NextSitesInput(SiteGoal Goal, int Count, IReadOnlyList<string>? Kinds, IReadOnlyList<Position>? Positions);

/// <summary>A chosen site.</summary>
public sealed record NextSite(Position Position, string? Name, string? Kind, double Adds, CoverageShare Share, int[] BuildingIds);

/// <summary>The sites that are best to open next.</summary>
public sealed record NextSites(
    IReadOnlyList<NextSite> Sites,
    CoverageShare Before,
    double? Gap,
    int? AtLeast,
    int Unreachable,
    int Candidates,
    int CandidatesUnlinkable,
    double Done,
    bool IsComplete);

/// <summary>A choice of sites for one answer: computes only, so it runs wherever there is a processor.</summary>
internal sealed class SiteQuestion(CoverageAnswer answered, NextSitesInput input, PlacedSite[] places, int unlinkable)
{
    private const double MillisPerUnit = 1000;

    public NextSites Answer(Action<NextSites>? progress, CancellationToken cancellationToken)
    {
        var map = answered.Map;
        var limit = input.Goal == SiteGoal.Shorten ? map.Horizon : map.Standard;
        var lists = CoverLists.Find(map, [.. places.Select(site => site.Place)], limit, cancellationToken);
        lists = [.. lists.Select(list => list.Where(reach => answered.IsWithin(map.Demand[reach.Building].Area)).ToArray())];
        if (input.Goal == SiteGoal.CoverAll)
        {
            var fewest = SiteChoice.CoverAll(SiteProblem.Cover(map, lists), cancellationToken: cancellationToken);
            return Tell(fewest.Choice, lists) with { Gap = null, AtLeast = fewest.AtLeast, IsComplete = !cancellationToken.IsCancellationRequested };
        }

        var problem = input.Goal == SiteGoal.Cover ? SiteProblem.Cover(map, lists) : SiteProblem.Shorten(map, lists);
        return Tell(SiteChoice.Choose(problem, input.Count, progress: progress is null ? null : choice => progress(Tell(choice, lists)), cancellationToken: cancellationToken), lists);
    }

    private NextSites Tell(ChosenSites choice, Reach[][] lists)
    {
        var map = answered.Map;
        var before = answered.Share;
        var covered = new HashSet<int>();
        var sites = new List<NextSite>();
        var share = before;
        foreach (var site in choice.Sites)
        {
            var added = lists[site.Candidate]
                .Where(reach => reach.Cost <= map.Standard && !map.IsCovered(reach.Building) && covered.Add(reach.Building))
                .Select(reach => reach.Building)
                .ToList();
            share = share with { Covered = share.Covered + added.Sum(building => map.Demand[building].Weight) };
            sites.Add(new NextSite(
                places[site.Candidate].Site.Position,
                places[site.Candidate].Site.Name,
                places[site.Candidate].Site.Kind,
                input.Goal == SiteGoal.Shorten ? site.Adds / MillisPerUnit / Math.Max(1, before.Total - before.Unlinkable) : site.Adds,
                share,
                [.. added.Select(building => answered.Ground.Buildings[building].Id)]));
        }

        return new NextSites(sites, before, choice.Gap, null, Unreachable(lists), places.Length + unlinkable, unlinkable, choice.Done, choice.IsComplete);
    }

    private int Unreachable(Reach[][] lists)
    {
        var map = answered.Map;
        var reached = lists.SelectMany(list => list).Where(reach => reach.Cost <= map.Standard).Select(reach => reach.Building).ToHashSet();
        return answered.Listed()
            .Where(building => map.Demand[building].Place is not null && !map.IsCovered(building) && !reached.Contains(building))
            .Sum(building => map.Demand[building].Weight);
    }
}
