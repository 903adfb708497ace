using GridMap.Core.Boundaries.Editing;

namespace GridMap.Server.Boundaries;

/// <summary>Atoms that have been given to another grid, cut or healed, and grids and communities that have been made, retired or called otherwise since a revision.</summary>
public sealed record ChangedSince(IReadOnlySet<int> Atoms, IReadOnlySet<int> Renamed)
{
    public static ChangedSince Nothing { get; } = new(new HashSet<int>(), new HashSet<int>());

    /// <summary>Whether an operation changes anything of it too.</summary>
    public bool Meets(Outcome outcome) =>
        (Atoms.Count > 0 && Array.Exists(outcome.TouchedAtoms, Atoms.Contains))
        || (Renamed.Count > 0 && Array.Exists(outcome.Inverse.Changes, IsOfChangedArea));

    private bool IsOfChangedArea(Change change) => change switch
    {
        GridChange grid => Renamed.Contains((grid.Before ?? grid.After)!.Id),
        CommunityChange community => Renamed.Contains(community.Before.Id),
        _ => false,
    };
}
