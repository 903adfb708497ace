using GridMap.Core.Boundaries.Editing;

namespace GridMap.Core.Boundaries.Planning;

/// <summary>
/// What a row of changes comes down to: how everything was before the first of them and is after the last. What was made and taken away on the way
/// is not in it. Costs what changed.
/// </summary>
public sealed class NetChanges
{
    private readonly Dictionary<int, (int From, int To)> _owners = [];
    private readonly Dictionary<int, (GridRow? Before, GridRow? After)> _grids = [];
    private readonly Dictionary<int, (CommunityRow Before, CommunityRow After)> _communities = [];
    private readonly Pieces<AtomRow> _atoms = new(row => row.Id, (one, other) => one == other);
    private readonly Pieces<EdgeRow> _edges = new(row => row.Id, SameEdge);
    private readonly Pieces<NodeRow> _nodes = new(row => row.Id, (one, other) => one == other);
    private readonly Dictionary<int, (int From, int To)> _buildings = [];

    private NetChanges(IEnumerable<Change> changes)
    {
        foreach (var change in changes)
        {
            Add(change);
        }
    }

    /// <summary>In order: new grids, land that is cut otherwise, atoms that changed hands, grids and communities called otherwise, retired grids.</summary>
    public static Change[] Of(IEnumerable<Change> changes) => new NetChanges(changes).ToChanges();

    private static bool SameEdge(EdgeRow one, EdgeRow other) =>
        one with { Course = other.Course } == other && one.Course.AsSpan().SequenceEqual(other.Course);

    private void Add(Change change)
    {
        switch (change)
        {
            case OwnerChange owner:
                Array.ForEach(owner.Atoms, atom => Own(atom, owner.From, owner.To));
                break;
            case GridChange grid:
                var id = (grid.Before ?? grid.After)!.Id;
                _grids[id] = (_grids.TryGetValue(id, out var known) ? known.Before : grid.Before, grid.After);
                break;
            case CommunityChange community:
                var first = _communities.TryGetValue(community.Before.Id, out var earlier) ? earlier.Before : community.Before;
                _communities[community.Before.Id] = (first, community.After);
                break;
            case LandChange land:
                Add(land);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(change));
        }
    }

    private void Own(int atom, int from, int to)
    {
        if (_atoms.FindAdded(atom) is { } added)
        {
            _atoms.Replace(added with { Grid = to });
        }
        else
        {
            _owners[atom] = (_owners.TryGetValue(atom, out var known) ? known.From : from, to);
        }
    }

    private void Add(LandChange land)
    {
        foreach (var row in land.Removed.Atoms)
        {
            _atoms.Remove(_owners.Remove(row.Id, out var owned) ? row with { Grid = owned.From } : row);
        }

        Array.ForEach(land.Removed.Edges, _edges.Remove);
        Array.ForEach(land.Removed.Nodes, _nodes.Remove);
        Array.ForEach(land.Added.Atoms, _atoms.Add);
        Array.ForEach(land.Added.Edges, _edges.Add);
        Array.ForEach(land.Added.Nodes, _nodes.Add);
        foreach (var (place, before) in land.Added.Buildings.Join(land.Removed.Buildings, to => to.Building, from => from.Building, (to, from) => (to, from)))
        {
            _buildings[place.Building] = (_buildings.TryGetValue(place.Building, out var known) ? known.From : before.Atom, place.Atom);
        }
    }

    private Change[] ToChanges()
    {
        var grids = _grids.Values.Where(grid => grid.Before != grid.After).ToList();
        return
        [
            .. grids.Where(grid => grid.Before is null).Select(grid => new GridChange(null, grid.After)),
            .. Land(),
            .. _owners.Where(owner => owner.Value.From != owner.Value.To)
                .GroupBy(owner => owner.Value, owner => owner.Key)
                .Select(moved => new OwnerChange([.. moved.Order()], moved.Key.From, moved.Key.To)),
            .. _communities.Values.Where(community => community.Before != community.After)
                .Select(community => new CommunityChange(community.Before, community.After)),
            .. grids.Where(grid => grid is { Before: not null, After: null }).Select(grid => new GridChange(grid.Before, null)),
            .. grids.Where(grid => grid is { Before: not null, After: not null }).Select(grid => new GridChange(grid.Before, grid.After)),
        ];
    }

    private IEnumerable<Change> Land()
    {
        var moved = _buildings.Where(building => building.Value.From != building.Value.To).OrderBy(building => building.Key).ToList();
        var removed = new LandPart(
            _atoms.Removed, _edges.Removed, _nodes.Removed, [.. moved.Select(building => new BuildingPlace(building.Key, building.Value.From))]);
        var added = new LandPart(
            _atoms.Added, _edges.Added, _nodes.Added, [.. moved.Select(building => new BuildingPlace(building.Key, building.Value.To))]);
        return removed.Atoms.Length + removed.Edges.Length + added.Edges.Length == 0 ? [] : [new LandChange(removed, added)];
    }

    /// <summary>Rows that are no more and rows that are new, by id; what is put back as it was is in neither.</summary>
    private sealed class Pieces<T>(Func<T, int> idOf, Func<T, T, bool> same)
        where T : class
    {
        private readonly SortedDictionary<int, T> _removed = [];
        private readonly SortedDictionary<int, T> _added = [];

        public T[] Removed => [.. _removed.Values];

        public T[] Added => [.. _added.Values];

        public T? FindAdded(int id) => _added.GetValueOrDefault(id);

        public void Replace(T row) => _added[idOf(row)] = row;

        public void Remove(T row)
        {
            if (!_added.Remove(idOf(row)))
            {
                _removed.Add(idOf(row), row);
            }
        }

        public void Add(T row)
        {
            if (_removed.TryGetValue(idOf(row), out var gone) && same(gone, row))
            {
                _removed.Remove(idOf(row));
            }
            else
            {
                _added.Add(idOf(row), row);
            }
        }
    }
}
