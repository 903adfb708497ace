namespace GridMap.Core.Boundaries.Editing;

/// <summary>
/// Applies changes to land and areas, each checked first against what is there: a compare-and-set. Sums and border lengths of the areas
/// are carried along by adding and taking away what changed.
/// </summary>
internal sealed class ChangeApplication(LandTable land, AreaTable areas)
{
    /// <summary>Gives every atom to the grid that its row names, at the start.</summary>
    public static void OwnAll(LandTable land, AreaTable areas)
    {
        foreach (var id in land.Atoms.Ids)
        {
            var atom = land.Atoms[id];
            var grid = areas.Grids[land.RowOf(atom).Grid];
            land.Owner[atom] = grid;
            areas.AtomsOf(grid).Add(atom);
            areas.Measures[grid] += land.Measures[atom];
        }

        foreach (var id in land.EdgeSlots.Ids)
        {
            CountBorder(land, areas, land.EdgeSlots[id], 1);
        }
    }

    /// <summary>Why a change does not fit what is there; null when it does.</summary>
    public Refusal? FindMisfit(Change change) => change switch
    {
        OwnerChange owner => Misfit(owner),
        GridChange grid => Misfit(grid),
        CommunityChange community => Misfit(community),
        LandChange part => LandApplication.FindMisfit(land, areas, part),
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    /// <summary>Applies a change that fits.</summary>
    public void Apply(Change change)
    {
        switch (change)
        {
            case OwnerChange owner:
                Move(Array.ConvertAll(owner.Atoms, id => land.Atoms[id]), areas.Grids[owner.From], areas.Grids[owner.To]);
                break;
            case GridChange { Before: null, After: { } made }:
                areas.Add(made);
                break;
            case GridChange { Before: { } retired, After: null }:
                areas.Remove(retired.Id);
                break;
            case GridChange { After: { } other }:
                areas.Replace(other);
                break;
            case CommunityChange community:
                areas.Replace(community.After);
                break;
            case LandChange part:
                LandApplication.Apply(land, areas, part);
                break;
        }
    }

    /// <summary>Adds an edge's length to the borders of the grids it parts (sign 1), or takes it away (sign -1).</summary>
    internal static void CountBorder(LandTable land, AreaTable areas, int edge, int sign)
    {
        var (left, right) = (land.OwnerOf(land.Edges[edge].Left), land.OwnerOf(land.Edges[edge].Right));
        if (left == right)
        {
            return;
        }

        var length = sign * land.MillimetersOf(edge);
        if (left >= 0)
        {
            areas.Millimeters[left] += length;
        }

        if (right >= 0)
        {
            areas.Millimeters[right] += length;
        }
    }

    private void Move(int[] atoms, int from, int to)
    {
        CountBorders(atoms, -1);
        foreach (var atom in atoms)
        {
            land.Owner[atom] = to;
            areas.AtomsOf(from).Remove(atom);
            areas.AtomsOf(to).Add(atom);
            areas.Measures[from] -= land.Measures[atom];
            areas.Measures[to] += land.Measures[atom];
        }

        CountBorders(atoms, 1);
    }

    // An edge between two of the atoms parts no grids, before and after: each border is met once.
    private void CountBorders(int[] atoms, int sign)
    {
        foreach (var atom in atoms)
        {
            foreach (var edge in land.EdgesOf(atom))
            {
                CountBorder(land, areas, edge, sign);
            }
        }
    }

    private Refusal? Misfit(OwnerChange change)
    {
        if (!areas.Grids.TryFind(change.From, out var from) || !areas.Grids.Has(change.To))
        {
            return BoundaryRefusals.ChangedMeanwhile(null);
        }

        foreach (var id in change.Atoms)
        {
            if (!land.Atoms.TryFind(id, out var atom) || land.Owner[atom] != from)
            {
                return BoundaryRefusals.ChangedMeanwhile(land.Atoms.Has(id) ? land.LabelOf(atom) : null);
            }
        }

        return null;
    }

    private Refusal? Misfit(GridChange change)
    {
        var (before, after) = change;
        if (before is not null && (!areas.Grids.TryFind(before.Id, out var slot) || areas.RowOf(slot) != before || (after is null && areas.AtomsOf(slot).Count > 0)))
        {
            return BoundaryRefusals.ChangedMeanwhile(null);
        }

        if (after is null)
        {
            return null;
        }

        var fits = areas.Communities.ContainsKey(after.Community)
            && (before is not null || !areas.Grids.Has(after.Id))
            && (before?.Code == after.Code || !areas.HasCode(after.Code));
        return fits ? null : BoundaryRefusals.ChangedMeanwhile(null);
    }

    private Refusal? Misfit(CommunityChange change) =>
        areas.Communities.GetValueOrDefault(change.Before.Id) == change.Before
        && areas.Subdistricts.ContainsKey(change.After.Subdistrict)
        && (change.Before.Code == change.After.Code || !areas.HasCode(change.After.Code))
            ? null
            : BoundaryRefusals.ChangedMeanwhile(null);
}
