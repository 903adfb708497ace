namespace GridMap.Core.Boundaries.Editing;

/// <summary>A division as rows, in the order of their ids.</summary>
internal static class DivisionExport
{
    public static DivisionRows Rows(LandTable land, AreaTable areas) => new(
        [.. land.Atoms.Ids.Order().Select(id => OwnedRow(land, areas, land.Atoms[id]))],
        [.. land.EdgeSlots.Ids.Order().Select(id => land.EdgeRowOf(land.EdgeSlots[id]))],
        [.. land.Nodes.OrderBy(node => node.Key).Select(node => new NodeRow(node.Key, node.Value))],
        [.. land.Buildings.All.OrderBy(building => building.Id)],
        [.. areas.Grids.Ids.Order().Select(id => areas.RowOf(areas.Grids[id]))],
        [.. areas.Communities.Values.OrderBy(row => row.Id)],
        [.. areas.Subdistricts.Values.OrderBy(row => row.Id)]);

    /// <summary>The row of an atom with the grid it belongs to now.</summary>
    public static AtomRow OwnedRow(LandTable land, AreaTable areas, int atom) =>
        land.RowOf(atom) with { Grid = areas.RowOf(land.Owner[atom]).Id };
}
