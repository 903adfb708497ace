namespace GridMap.Districts.Division;

/// <summary>The levels as sets of atoms, before they are named: subdistricts of communities of grids.</summary>
public sealed record SubdistrictAtoms(string Name, IReadOnlyList<CommunityAtoms> Communities);

/// <summary>A community as its grids, each the atoms it consists of.</summary>
public sealed record CommunityAtoms(IReadOnlyList<int[]> Grids)
{
    public IEnumerable<int> Atoms => Grids.SelectMany(grid => grid);
}
