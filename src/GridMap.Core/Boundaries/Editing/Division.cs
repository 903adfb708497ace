using NetTopologySuite.Geometries;

namespace GridMap.Core.Boundaries.Editing;

/// <summary>
/// Land divided into grids, grids into communities, communities into subdistricts, held in memory to be redrawn: atoms, edges once, and
/// which grid each atom belongs to. An operation costs what it touches, however many grids there are. Not for several threads at once.
/// </summary>
public sealed class Division
{
    private readonly LandTable _land;
    private readonly AreaTable _areas;

    /// <summary>Every atom must name a grid that is there, every edge nodes and atoms that are there; else the rows are faulty and it throws.</summary>
    public Division(DivisionRows rows)
    {
        (_land, _areas) = (new LandTable(rows), new AreaTable(rows));
        ChangeApplication.OwnAll(_land, _areas);
    }

    private Division(Division other) => (_land, _areas) = (other._land.Copy(), other._areas.Copy());

    public int AtomCount => _land.Atoms.Count;

    public int GridCount => _areas.Grids.Count;

    public IEnumerable<int> GridIds => _areas.Grids.Ids;

    public IEnumerable<int> AtomIds => _land.Atoms.Ids;

    /// <summary>A division of its own that starts alike.</summary>
    public Division Copy() => new(this);

    /// <summary>Does an operation, or nothing at all where it refuses.</summary>
    public Result<Outcome> Apply(Operation operation, BoundaryRules rules) => new OperationRun(_land, _areas, rules).Run(operation, keep: true);

    /// <summary>What an operation would do; nothing changes.</summary>
    public Result<Outcome> Preview(Operation operation, BoundaryRules rules) => new OperationRun(_land, _areas, rules).Run(operation, keep: false);

    public bool HasGrid(int grid) => _areas.Grids.Has(grid);

    public bool HasCommunity(int community) => _areas.Communities.ContainsKey(community);

    public bool HasAtom(int atom) => _land.Atoms.Has(atom);

    public int GridOf(int atom) => _areas.RowOf(_land.Owner[_land.Atoms[atom]]).Id;

    public GridRow RowOf(int grid) => _areas.RowOf(_areas.Grids[grid]);

    /// <summary>The atoms of a grid, ascending.</summary>
    public int[] AtomsOf(int grid) => [.. _areas.AtomsOf(_areas.Grids[grid]).Select(_land.IdOf).Order()];

    public GridNumbers NumbersOf(int grid) => new DivisionNumbers(_land, _areas).OfGrid(grid);

    public CommunityNumbers NumbersOfCommunity(int community) => new DivisionNumbers(_land, _areas).OfCommunity(community);

    /// <summary>The grids that border on a grid, with the length of the common border; by grid.</summary>
    public IReadOnlyList<(int Grid, double Meters)> BordersOf(int grid)
    {
        var slot = _areas.Grids[grid];
        var lengths = new SortedDictionary<int, long>();
        foreach (var atom in _areas.AtomsOf(slot))
        {
            foreach (var edge in _land.EdgesOf(atom))
            {
                var other = _land.OwnerAcross(edge, atom);
                if (other >= 0 && other != slot)
                {
                    var id = _areas.RowOf(other).Id;
                    lengths[id] = lengths.GetValueOrDefault(id) + _land.MillimetersOf(edge);
                }
            }
        }

        return [.. lengths.Select(length => (length.Key, length.Value / 1_000.0))];
    }

    public AtomNumbers NumbersOfAtom(int atom) => new DivisionNumbers(_land, _areas).OfAtom(atom);

    /// <summary>The edges around an atom.</summary>
    public EdgeRow[] EdgesOf(int atom)
    {
        var edges = _land.EdgesOf(_land.Atoms[atom]);
        var rows = new EdgeRow[edges.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = _land.EdgeRowOf(edges[i]);
        }

        return rows;
    }

    /// <summary>All that is broken of the rules, in all grids and communities.</summary>
    public Warning[] Check(BoundaryRules rules) =>
        new RuleCheck(_land, _areas, rules).Check([.. _areas.Grids.Ids.Order()], [.. _areas.Communities.Keys.Order()]);

    /// <summary>What is broken of the rules in some grids and communities.</summary>
    public Warning[] Check(BoundaryRules rules, IReadOnlyList<int> grids, IReadOnlyList<int> communities) =>
        new RuleCheck(_land, _areas, rules).Check(grids, communities);

    /// <summary>The shape of a grid, assembled from edges: neighbours share every coordinate.</summary>
    public MultiPolygon ShapeOf(int grid) => DivisionShapes.OfGrid(_land, _areas, _areas.Grids[grid]);

    public Polygon ShapeOfAtom(int atom) => DivisionShapes.OfAtom(_land, _land.Atoms[atom]);

    /// <summary>All of it as rows again, each table by id: equal divisions give equal rows.</summary>
    public DivisionRows ToRows() => DivisionExport.Rows(_land, _areas);
}
