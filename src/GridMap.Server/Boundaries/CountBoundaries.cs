using GridMap.Core;
using GridMap.Core.Boundaries.Editing;

namespace GridMap.Server.Boundaries;

/// <summary>Numbers of grids and communities, and the rules they break.</summary>
public sealed record BoundaryNumbers(
    int? Version, int Revision, IReadOnlyList<GridNumbers> Grids, IReadOnlyList<CommunityNumbers> Communities, IReadOnlyList<Warning> Warnings);

/// <summary>Reads numbers off the division in force or off a plan.</summary>
public sealed class CountBoundaries(CurrentDivision current, PlanDrafts drafts, BoundaryRules rules)
{
    private const int MostAreas = 200;

    private static readonly Refusal TooMany = new(
        "AREAS_TOO_MANY", $"Ask for at most {MostAreas} grids and {MostAreas} communities.", $"每次最多查询 {MostAreas} 个网格和 {MostAreas} 个社区。");

    /// <param name="planId">Null: as in force.</param>
    public async Task<Result<BoundaryNumbers>> RunAsync(
        int? planId, IReadOnlyList<int>? grids, IReadOnlyList<int>? communities, CancellationToken cancellationToken)
    {
        if (grids?.Count > MostAreas || communities?.Count > MostAreas)
        {
            return TooMany;
        }

        if (planId is not { } id)
        {
            var (revision, division) = await current.LoadAsync(cancellationToken);
            return Count(null, revision, division, grids ?? [], communities ?? []);
        }

        using var turn = await drafts.TakeAsync(id, cancellationToken);
        return turn is null
            ? PlanRefusals.Unknown
            : Count(turn.Draft.Plan.Version, turn.Draft.InForce.Revision, turn.Draft.Division, grids ?? [], communities ?? []);
    }

    /// <summary>The rules that a plan's grids and their communities break.</summary>
    public async Task<IReadOnlyList<Warning>> FindWarningsAsync(int planId, CancellationToken cancellationToken)
    {
        using var turn = await drafts.TakeAsync(planId, cancellationToken);
        if (turn is null)
        {
            return [];
        }

        var division = turn.Draft.Division;
        int[] grids = [.. turn.Draft.Done.SelectMany(outcome => outcome.TouchedGrids).Distinct().Where(division.HasGrid).Order()];
        int[] communities =
        [
            .. turn.Draft.Done.SelectMany(outcome => outcome.Communities).Select(community => community.Id)
                .Concat(grids.Select(grid => division.RowOf(grid).Community)).Distinct().Order(),
        ];
        return division.Check(rules, grids, communities);
    }

    private BoundaryNumbers Count(int? version, int revision, Division division, IReadOnlyList<int> grids, IReadOnlyList<int> communities)
    {
        int[] knownGrids = [.. grids.Distinct().Where(division.HasGrid)];
        int[] knownCommunities = [.. communities.Distinct().Where(division.HasCommunity)];
        return new BoundaryNumbers(
            version,
            revision,
            Array.ConvertAll(knownGrids, division.NumbersOf),
            Array.ConvertAll(knownCommunities, division.NumbersOfCommunity),
            division.Check(rules, knownGrids, knownCommunities));
    }
}
