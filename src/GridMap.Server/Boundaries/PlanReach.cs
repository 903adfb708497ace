using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Boundaries.Editing;

namespace GridMap.Server.Boundaries;

/// <summary>Whether what an operation touches lies in the area of its plan.</summary>
internal static class PlanReach
{
    /// <summary>The refusal for the first thing outside; null when all lies inside.</summary>
    public static Refusal? FindOutside(Outcome outcome, int areaId, AreaTree tree)
    {
        var outside = outcome.TouchedGrids.Where(grid => grid > 0 && !tree.PathOf(grid).Contains(areaId)).ToArray();
        if (outside.Length > 0)
        {
            return PlanRefusals.Outside(Array.Find(outcome.Grids, grid => grid.Id == outside[0])?.LabelPoint);
        }

        // A plan for one grid splits it: what it makes lies where that grid lay.
        var isGrid = outcome.TouchedGrids.Contains(areaId);
        return isGrid || outcome.Inverse.Changes.All(change => IsInside(change, areaId, tree)) ? null : PlanRefusals.Outside(null);
    }

    private static bool IsInside(Change change, int areaId, AreaTree tree)
    {
        return change switch
        {
            GridChange grid => Lies(grid.Before?.Community) && Lies(grid.After?.Community),
            CommunityChange community => Lies(community.Before.Subdistrict) && Lies(community.After.Subdistrict),
            OwnerChange or LandChange => true,
            _ => throw new ArgumentOutOfRangeException(nameof(change)),
        };

        bool Lies(int? area) => area is not { } id || tree.PathOf(id).Contains(areaId);
    }
}
