using GridMap.Core.Boundaries.Editing;
using GridMap.Core.Boundaries.Planning;
using GridMap.Core.Geography;
using GridMap.Districts.Division;
using NetTopologySuite.Geometries;

namespace GridMap.Server.Boundaries;

/// <summary>What a plan comes down to as parameters of the statements that publish it, with ids that last.</summary>
internal sealed class PublishColumns(PlanDraft draft, PlanOutcome outcome, LastingIds ids)
{
    private readonly LandChange[] _land = [.. outcome.Changes.OfType<LandChange>()];

    /// <summary>The changes with ids that last.</summary>
    public Change[] Changes { get; } = ids.In(outcome.Changes);

    public void PutLand(Dictionary<string, object?> columns)
    {
        var land = Changes.OfType<LandChange>().ToArray();
        var removed = land.SelectMany(change => change.Removed.Atoms).ToArray();
        var added = land.SelectMany(change => change.Added.Atoms).ToArray();
        var owners = Changes.OfType<OwnerChange>().SelectMany(change => change.Atoms, (change, atom) => (Atom: atom, change.From, change.To)).ToArray();
        var edges = land.SelectMany(change => change.Added.Edges).ToArray();
        var nodes = land.SelectMany(change => change.Added.Nodes).ToArray();
        var places = land.SelectMany(change => change.Added.Buildings).ToArray();
        columns["node_ids"] = Array.ConvertAll(nodes, node => node.Id);
        columns["node_positions"] = Array.ConvertAll(nodes, node => PointBytes(node.Point));
        columns["gone_nodes"] = land.SelectMany(change => change.Removed.Nodes).Select(node => node.Id).Except(nodes.Select(node => node.Id)).ToArray();
        columns["gone_edges"] = land.SelectMany(change => change.Removed.Edges).Select(edge => edge.Id).ToArray();
        columns["gone_atoms"] = removed.Select(row => row.Id).Except(added.Select(row => row.Id)).ToArray();
        PutEdges(columns, edges);
        PutAtoms(columns, added);
        columns["buildings"] = Array.ConvertAll(places, place => place.Building);
        columns["building_atoms"] = Array.ConvertAll(places, place => place.Atom);
        columns["left_atoms"] = owners.Select(owner => owner.Atom).Concat(removed.Select(row => row.Id)).ToArray();
        columns["left_grids"] = owners.Select(owner => owner.From).Concat(removed.Select(row => row.Grid)).ToArray();
        columns["taken_atoms"] = owners.Select(owner => owner.Atom).Concat(added.Select(row => row.Id)).ToArray();
        columns["taken_grids"] = owners.Select(owner => owner.To).Concat(added.Select(row => row.Grid)).ToArray();
    }

    public void PutNames(Dictionary<string, object?> columns)
    {
        var grids = Changes.OfType<GridChange>().ToArray();
        var communities = Changes.OfType<CommunityChange>().ToArray();
        var named = grids.Select(change => change.After).OfType<GridRow>().Select(row => (row.Id, row.Code, row.Name, row.NameEnglish, Parent: row.Community))
            .Concat(communities.Select(change => (change.After.Id, change.After.Code, change.After.Name, change.After.NameEnglish, Parent: change.After.Subdistrict)))
            .ToArray();
        var ended = grids.Select(change => change.Before).OfType<GridRow>().Select(row => (row.Id, row.Code))
            .Concat(communities.Select(change => (change.Before.Id, change.Before.Code))).ToArray();
        columns["named_ids"] = Array.ConvertAll(named, row => row.Id);
        columns["named_codes"] = Array.ConvertAll(named, row => row.Code);
        columns["named_names"] = Array.ConvertAll(named, row => row.Name);
        columns["named_names_en"] = Array.ConvertAll(named, row => row.NameEnglish);
        columns["named_parents"] = Array.ConvertAll(named, row => row.Parent);
        columns["ended_ids"] = Array.ConvertAll(ended, row => row.Id);
        columns["ended_codes"] = Array.ConvertAll(ended, row => row.Code);
    }

    public void PutShapes(Dictionary<string, object?> columns, int? districtId)
    {
        var shapes = Array.ConvertAll(outcome.Shaped, draft.Division.ShapeOf);
        columns["grid_ids"] = Array.ConvertAll(outcome.Shaped, ids.Grid);
        columns["grid_shapes"] = Array.ConvertAll(shapes, shape => shape.AsBinary());
        columns["grid_points"] = shapes.AsParallel().AsOrdered().Select(shape => LabelPoints.Of(shape).AsBinary()).ToArray();
        columns["ended_shapes"] = outcome.Formerly;
        columns["communities"] = outcome.Communities;
        columns["subdistricts"] = outcome.Subdistricts;
        columns["districts"] = outcome.IsOutlineCut && districtId is { } district ? new[] { district } : [];
        columns["retired"] = outcome.Retired;
        columns["heirs"] = Array.ConvertAll(outcome.Heirs, ids.Grid);
        var moved = Changes.OfType<GridChange>().Where(change => change.Before?.Community != change.After?.Community).Select(change => (change.Before ?? change.After)!.Id);
        var above = Changes.OfType<CommunityChange>().Where(change => change.Before.Subdistrict != change.After.Subdistrict).Select(change => change.Before.Id).ToHashSet();
        // The borders of their grids part other subdistricts now.
        var below = above.Count == 0 ? [] : draft.Division.GridIds.Where(grid => above.Contains(draft.Division.RowOf(grid).Community)).Select(ids.Grid);
        columns["drawn"] = outcome.Shaped.Select(ids.Grid).Concat(outcome.Formerly).Concat(moved).Concat(above).Concat(below).Distinct().ToArray();
    }

    private static byte[] PointBytes(LatticePoint point) => Lattice.Factory.CreatePoint(point.ToCoordinate()).AsBinary();

    private static void PutEdges(Dictionary<string, object?> columns, EdgeRow[] edges)
    {
        columns["edge_ids"] = Array.ConvertAll(edges, edge => edge.Id);
        columns["edge_starts"] = Array.ConvertAll(edges, edge => edge.Start);
        columns["edge_ends"] = Array.ConvertAll(edges, edge => edge.End);
        columns["edge_lefts"] = Array.ConvertAll(edges, edge => edge.Left);
        columns["edge_rights"] = Array.ConvertAll(edges, edge => edge.Right);
        columns["edge_follows"] = Array.ConvertAll(edges, edge => edge.Follows);
        columns["edge_courses"] = Array.ConvertAll(
            edges, edge => Lattice.Factory.CreateLineString(Array.ConvertAll(edge.Course, point => point.ToCoordinate())).AsBinary());
    }

    private void PutAtoms(Dictionary<string, object?> columns, AtomRow[] rows)
    {
        var local = _land.SelectMany(change => change.Added.Atoms).Select(row => row.Id).ToArray();
        var shapes = Array.ConvertAll(local, draft.Division.ShapeOfAtom);
        var bent = Array.ConvertAll(outcome.BentAtoms, draft.Division.ShapeOfAtom);
        columns["atom_ids"] = Array.ConvertAll(rows, row => row.Id);
        columns["atom_kinds"] = Array.ConvertAll(rows, row => row.Kind);
        columns["atom_shapes"] = Array.ConvertAll(shapes, shape => shape.AsBinary());
        columns["atom_points"] = Array.ConvertAll(rows, row => PointBytes(row.LabelPoint));
        columns["atom_areas"] = Array.ConvertAll(shapes, shape => Ellipsoid.AreaSquareMeters(shape));
        columns["bent_ids"] = outcome.BentAtoms;
        columns["bent_shapes"] = Array.ConvertAll(bent, shape => shape.AsBinary());
        columns["bent_areas"] = Array.ConvertAll(bent, shape => Ellipsoid.AreaSquareMeters(shape));
    }
}
