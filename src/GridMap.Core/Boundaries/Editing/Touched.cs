namespace GridMap.Core.Boundaries.Editing;

/// <summary>The atoms, grids and communities that changes are about, ascending.</summary>
internal sealed record Touched(int[] Atoms, int[] Grids, int[] Communities)
{
    public static Touched By(IReadOnlyList<Change> changes)
    {
        var (atoms, grids, communities) = (new SortedSet<int>(), new SortedSet<int>(), new SortedSet<int>());
        foreach (var change in changes)
        {
            switch (change)
            {
                case OwnerChange owner:
                    atoms.UnionWith(owner.Atoms);
                    grids.UnionWith([owner.From, owner.To]);
                    break;
                case GridChange grid:
                    AddGrid(grid.Before, grids, communities);
                    AddGrid(grid.After, grids, communities);
                    break;
                case CommunityChange community:
                    communities.Add(community.After.Id);
                    break;
                case LandChange land:
                    AddLand(land.Removed, atoms, grids);
                    AddLand(land.Added, atoms, grids);
                    break;
            }
        }

        return new Touched([.. atoms], [.. grids], [.. communities]);
    }

    private static void AddGrid(GridRow? row, SortedSet<int> grids, SortedSet<int> communities)
    {
        if (row is not null)
        {
            grids.Add(row.Id);
            communities.Add(row.Community);
        }
    }

    private static void AddLand(LandPart part, SortedSet<int> atoms, SortedSet<int> grids)
    {
        atoms.UnionWith(part.Atoms.Select(row => row.Id));
        grids.UnionWith(part.Atoms.Select(row => row.Grid));
    }
}
