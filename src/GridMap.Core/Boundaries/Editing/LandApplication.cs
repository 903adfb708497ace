namespace GridMap.Core.Boundaries.Editing;

/// <summary>Puts one piece of mosaic in the place of another.</summary>
internal static class LandApplication
{
    public static Refusal? FindMisfit(LandTable land, AreaTable areas, LandChange change)
    {
        var (removed, added) = (change.Removed, change.Added);
        foreach (var row in removed.Atoms)
        {
            if (!land.Atoms.TryFind(row.Id, out var atom) || DivisionExport.OwnedRow(land, areas, atom) != row)
            {
                return BoundaryRefusals.ChangedMeanwhile(row.LabelPoint);
            }
        }

        var fits = Array.TrueForAll(removed.Edges, edge => land.EdgeSlots.TryFind(edge.Id, out var slot) && Same(land.EdgeRowOf(slot), edge))
            && Array.TrueForAll(removed.Nodes, node => land.Nodes.TryGetValue(node.Id, out var point) && point == node.Point)
            && Array.TrueForAll(removed.Buildings, place => land.Buildings.Has(place.Building) && land.Buildings.Find(place.Building).Atom == place.Atom)
            && Array.TrueForAll(added.Atoms, row => areas.Grids.Has(row.Grid) && (!land.Atoms.Has(row.Id) || Array.Exists(removed.Atoms, gone => gone.Id == row.Id)))
            && Array.TrueForAll(added.Edges, edge => !land.EdgeSlots.Has(edge.Id) || Array.Exists(removed.Edges, gone => gone.Id == edge.Id))
            && Array.TrueForAll(added.Nodes, node => !land.Nodes.ContainsKey(node.Id) || Array.Exists(removed.Nodes, gone => gone.Id == node.Id));
        return fits ? null : BoundaryRefusals.ChangedMeanwhile(removed.Atoms.FirstOrDefault()?.LabelPoint);
    }

    public static void Apply(LandTable land, AreaTable areas, LandChange change)
    {
        var beside = Beside(change);
        var before = beside.Concat(change.Removed.Atoms.Select(row => row.Id)).Sum(id => land.TwiceArea[land.Atoms[id]]);
        TakeAway(land, areas, change.Removed, beside);
        Put(land, areas, change.Added, beside);
        var after = beside.Concat(change.Added.Atoms.Select(row => row.Id)).Sum(id => land.TwiceArea[land.Atoms[id]]);
        if (before != after)
        {
            throw new InvalidOperationException($"A change of land turned the doubled area {before} into {after}.");
        }
    }

    /// <summary>Atoms that stay, beside edges that change: their border may bend by less than a step.</summary>
    private static int[] Beside(LandChange change) =>
        [.. change.Removed.Edges.Concat(change.Added.Edges).SelectMany(edge => new[] { edge.Left, edge.Right }).OfType<int>().Distinct()
            .Except(change.Removed.Atoms.Concat(change.Added.Atoms).Select(row => row.Id))];

    private static void TakeAway(LandTable land, AreaTable areas, LandPart part, int[] beside)
    {
        foreach (var edge in part.Edges)
        {
            var slot = land.EdgeSlots[edge.Id];
            ChangeApplication.CountBorder(land, areas, slot, -1);
            land.RemoveEdge(slot);
        }

        foreach (var row in part.Atoms)
        {
            var (atom, grid) = (land.Atoms[row.Id], areas.Grids[row.Grid]);
            areas.AtomsOf(grid).Remove(atom);
            areas.Measures[grid] -= land.Measures[atom];
            land.RemoveAtom(row.Id);
        }

        foreach (var atom in beside.Select(id => land.Atoms[id]))
        {
            areas.Measures[land.Owner[atom]] -= land.Measures[atom];
        }

        Array.ForEach(part.Nodes, node => land.RemoveNode(node.Id));
    }

    private static void Put(LandTable land, AreaTable areas, LandPart part, int[] beside)
    {
        Array.ForEach(part.Nodes, land.AddNode);
        foreach (var row in part.Atoms)
        {
            var (atom, grid) = (land.AddAtom(row), areas.Grids[row.Grid]);
            land.Owner[atom] = grid;
            areas.AtomsOf(grid).Add(atom);
        }

        foreach (var edge in part.Edges)
        {
            ChangeApplication.CountBorder(land, areas, land.AddEdge(edge), 1);
        }

        land.Buildings.Place(part.Buildings);
        foreach (var id in part.Atoms.Select(row => row.Id).Concat(beside))
        {
            var atom = land.Atoms[id];
            land.Measure(atom);
            areas.Measures[land.Owner[atom]] += land.Measures[atom];
        }
    }

    private static bool Same(EdgeRow a, EdgeRow b) =>
        a with { Course = b.Course } == b && a.Course.AsSpan().SequenceEqual(b.Course);
}
