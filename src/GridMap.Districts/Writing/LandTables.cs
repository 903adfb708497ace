using GridMap.Core.Boundaries;
using GridMap.Core.Geography;
using Npgsql;
using NpgsqlTypes;

namespace GridMap.Districts.Writing;

/// <summary>Writes nodes, atoms, edges and which grid each atom belongs to.</summary>
internal static class LandTables
{
    public static async Task WriteAsync(
        NpgsqlConnection connection, DividedDistrict district, NpgsqlRange<DateTime> valid, CancellationToken cancellationToken)
    {
        var land = district.Land;
        await CopyIn.RunAsync(connection, "atom_node (id, position)", land.Mosaic.Nodes.Index(), (row, node) =>
        {
            row.Put(node.Index + 1);
            row.Put(Lattice.Factory.CreatePoint(node.Item.ToCoordinate()));
        }, cancellationToken);
        await CopyIn.RunAsync(connection, "atom (id, kind, shape, label_point, area_square_meters)", land.Shapes.Index(), (row, atom) =>
        {
            row.Put(atom.Index + 1);
            row.Put(land.Kinds[atom.Index]);
            row.Put(atom.Item);
            row.Put(Lattice.Factory.CreatePoint(LatticePoint.From(atom.Item.InteriorPoint.Coordinate).ToCoordinate()));
            row.Put(land.SquareMeters[atom.Index]);
        }, cancellationToken);
        await CopyIn.RunAsync(
            connection,
            "atom_edge (id, start_node_id, end_node_id, left_atom_id, right_atom_id, follows, course)",
            land.Mosaic.Edges.Index(),
            PutEdge,
            cancellationToken);
        await CopyIn.RunAsync(connection, "assignment (atom_id, grid_id, valid)", district.Areas.GridOfAtom.Index(), (row, assignment) =>
        {
            row.Put(assignment.Index + 1);
            row.Put(assignment.Item);
            row.Put(valid);
        }, cancellationToken);
    }

    private static void PutEdge(NpgsqlBinaryImporter row, (int Index, MosaicEdge Item) edge)
    {
        row.Put(edge.Index + 1);
        row.Put(edge.Item.Start + 1);
        row.Put(edge.Item.End + 1);
        row.Put(IdOf(edge.Item.Left));
        row.Put(IdOf(edge.Item.Right));
        row.Put(edge.Item.Divider.Follows());
        row.Put(Courses.ToLineString(edge.Item.Course));
    }

    private static int? IdOf(int atom) => atom < 0 ? null : atom + 1;
}
