using GridMap.Core.Boundaries.Editing;

namespace GridMap.Server.Boundaries;

/// <summary>
/// The areas above the grids that net changes draw otherwise: those that land goes from or to, and those beside an edge of their border that is new
/// or gone. A change within an area leaves it and all above it alone.
/// </summary>
internal sealed class RedrawnAreas(Division before, Division after, IReadOnlyCollection<Change> changes)
{
    private readonly LandChange[] _land = [.. changes.OfType<LandChange>()];

    /// <summary>Communities, in order.</summary>
    public int[] Communities() => [.. Find(CommunityOf).Distinct().Order()];

    /// <summary>Subdistricts, in order.</summary>
    public int[] Subdistricts() => [.. Find(SubdistrictOf).Concat(FindLeftAndJoined()).Distinct().Order()];

    /// <summary>Whether the border of the whole may have another vertex.</summary>
    public bool IsOutlineCut() => _land.Any(change => change.Removed.Edges.Concat(change.Added.Edges).Any(edge => edge.Left is null || edge.Right is null));

    private static int? CommunityOf(Division division, int grid) => division.HasGrid(grid) ? division.RowOf(grid).Community : null;

    private static int? SubdistrictOf(Division division, int grid) =>
        CommunityOf(division, grid) is { } community ? division.NumbersOfCommunity(community).Subdistrict : null;

    private IEnumerable<int> FindLeftAndJoined() => changes.OfType<CommunityChange>()
        .Where(change => change.Before.Subdistrict != change.After.Subdistrict)
        .SelectMany(change => new[] { change.Before.Subdistrict, change.After.Subdistrict });

    private IEnumerable<int> Find(Func<Division, int, int?> areaOf)
    {
        var given = changes.OfType<OwnerChange>().Select(change => (areaOf(before, change.From), areaOf(after, change.To)));
        var moved = changes.OfType<GridChange>().Where(change => change is { Before: not null, After: not null })
            .Select(change => (areaOf(before, change.Before!.Id), areaOf(after, change.After!.Id)));
        return given.Concat(moved).Where(pair => pair.Item1 != pair.Item2).Concat(FindParted(areaOf))
            .SelectMany(pair => new[] { pair.Item1, pair.Item2 }).OfType<int>();
    }

    /// <summary>The areas on both sides of borders that run otherwise; an edge that only has another atom beside it is the same border.</summary>
    private IEnumerable<(int? One, int? Other)> FindParted(Func<Division, int, int?> areaOf)
    {
        var gone = _land.SelectMany(change => change.Removed.Edges).SelectMany(edge => BorderAlong(edge, before, areaOf)).ToHashSet();
        gone.SymmetricExceptWith(_land.SelectMany(change => change.Added.Edges).SelectMany(edge => BorderAlong(edge, after, areaOf)));
        return gone.Select(border => (border.One, border.Other));
    }

    private static IEnumerable<(int? One, int? Other, string Course)> BorderAlong(EdgeRow edge, Division division, Func<Division, int, int?> areaOf)
    {
        int? Beside(int? atom) => atom is { } id ? areaOf(division, division.GridOf(id)) : null;
        var (left, right) = (Beside(edge.Left), Beside(edge.Right));
        if (left != right)
        {
            var (one, other) = (left ?? 0) < (right ?? 0) ? (left, right) : (right, left);
            var (forward, backward) = (string.Join(' ', edge.Course), string.Join(' ', edge.Course.Reverse()));
            yield return (one, other, string.CompareOrdinal(forward, backward) < 0 ? forward : backward);
        }
    }
}
