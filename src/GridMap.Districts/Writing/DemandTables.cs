using GridMap.Districts.Network;
using Npgsql;

namespace GridMap.Districts.Writing;

/// <summary>Writes compounds, buildings and where each building meets the network.</summary>
internal static class DemandTables
{
    public static async Task WriteAsync(NpgsqlConnection connection, DividedDistrict district, CancellationToken cancellationToken)
    {
        await CopyIn.RunAsync(
            connection, "compound (id, name, kind, address, built_year, gates, shape)", district.Draft.Compounds.Index(), PutCompound, cancellationToken);
        var standing = district.Draft.Buildings.Index().Where(building => district.Land.AtomOfBuilding[building.Index] >= 0).ToList();
        await CopyIn.RunAsync(
            connection,
            "building (id, compound_id, atom_id, name, use, levels, households, persons, elders, estimated, entrance, footprint)",
            standing,
            (row, building) => PutBuilding(row, building.Index, building.Item, district.Land.AtomOfBuilding[building.Index] + 1),
            cancellationToken);
        await CopyIn.RunAsync(
            connection,
            "building_link (building_id, road_edge_id, fraction, off_road_meters, unlinkable_reason)",
            standing,
            (row, building) => PutLink(row, building.Index, district.BuildingLinks[building.Index]),
            cancellationToken);
    }

    private static void PutCompound(NpgsqlBinaryImporter row, (int Index, CompoundDraft Item) compound)
    {
        row.Put(compound.Index + 1);
        row.Put(compound.Item.Name);
        row.Put(compound.Item.Kind);
        row.Put(compound.Item.Address);
        row.Put(compound.Item.BuiltYear);
        row.Put(compound.Item.Gates);
        row.Put(compound.Item.Shape);
    }

    private static void PutBuilding(NpgsqlBinaryImporter row, int index, BuildingDraft building, int atomId)
    {
        row.Put(index + 1);
        row.Put(building.Compound + 1);
        row.Put(atomId);
        row.Put(building.Name);
        row.Put(building.Use);
        row.Put(building.Levels);
        row.Put(building.Households);
        row.Put(building.Persons);
        row.Put(building.Elders);
        row.Put(building.Estimated);
        row.Put(building.Entrance);
        row.Put(building.Footprint);
    }

    private static void PutLink(NpgsqlBinaryImporter row, int index, NetworkLink link)
    {
        var linked = link.UnlinkableReason is null;
        row.Put(index + 1);
        row.Put(linked ? link.Edge + 1 : default(int?));
        row.Put(linked ? link.Fraction : default(double?));
        row.Put(linked ? link.OffRoadMeters : default(double?));
        row.Put(link.UnlinkableReason);
    }
}
