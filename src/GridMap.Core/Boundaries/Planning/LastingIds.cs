using GridMap.Core.Boundaries.Editing;

namespace GridMap.Core.Boundaries.Planning;

/// <summary>The ids that what a plan made gets when it is published, by the negative ones it had in the plan.</summary>
public sealed class LastingIds
{
    private readonly Dictionary<int, int> _grids;
    private readonly Dictionary<int, int> _atoms;
    private readonly Dictionary<int, int> _edges;
    private readonly Dictionary<int, int> _nodes;

    /// <param name="first">The first free id of each kind; the next are free too.</param>
    /// <param name="grids">As many free ids of grids as the changes make grids.</param>
    public LastingIds(IReadOnlyCollection<Change> changes, FreeIds first, IReadOnlyList<int> grids)
    {
        var land = changes.OfType<LandChange>().Select(change => change.Added).ToList();
        _grids = NewGridsOf(changes).Zip(grids).ToDictionary(pair => pair.First, pair => pair.Second);
        _atoms = Number(land.SelectMany(part => part.Atoms).Select(row => row.Id), first.Atom);
        _edges = Number(land.SelectMany(part => part.Edges).Select(row => row.Id), first.Edge);
        _nodes = Number(land.SelectMany(part => part.Nodes).Select(row => row.Id), first.Node);
    }

    /// <summary>The negative ids of the grids that changes make.</summary>
    public static IEnumerable<int> NewGridsOf(IEnumerable<Change> changes) =>
        changes.OfType<GridChange>().Where(change => change is { Before: null, After.Id: < 0 }).Select(change => change.After!.Id).OrderDescending();

    public int Grid(int id) => id < 0 ? _grids[id] : id;

    /// <summary>The same changes with ids that last.</summary>
    public Change[] In(IEnumerable<Change> changes) => [.. changes.Select(In)];

    private static Dictionary<int, int> Number(IEnumerable<int> ids, int first) =>
        ids.Where(id => id < 0).OrderDescending().Select((id, index) => (id, index)).ToDictionary(pair => pair.id, pair => first + pair.index);

    private static int Of(Dictionary<int, int> ids, int id) => id < 0 ? ids[id] : id;

    private Change In(Change change) => change switch
    {
        OwnerChange owner => new OwnerChange(Array.ConvertAll(owner.Atoms, id => Of(_atoms, id)), Grid(owner.From), Grid(owner.To)),
        GridChange grid => new GridChange(In(grid.Before), In(grid.After)),
        CommunityChange community => community,
        LandChange land => new LandChange(In(land.Removed), In(land.Added)),
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    private GridRow? In(GridRow? row) => row is null ? null : row with { Id = Grid(row.Id) };

    private LandPart In(LandPart part) => new(
        Array.ConvertAll(part.Atoms, row => row with { Id = Of(_atoms, row.Id), Grid = Grid(row.Grid) }),
        Array.ConvertAll(part.Edges, In),
        Array.ConvertAll(part.Nodes, row => row with { Id = Of(_nodes, row.Id) }),
        Array.ConvertAll(part.Buildings, place => place with { Atom = Of(_atoms, place.Atom) }));

    private EdgeRow In(EdgeRow row) => row with
    {
        Id = Of(_edges, row.Id),
        Start = Of(_nodes, row.Start),
        End = Of(_nodes, row.End),
        Left = row.Left is { } left ? Of(_atoms, left) : null,
        Right = row.Right is { } right ? Of(_atoms, right) : null,
    };
}

/// <summary>The first free id of each kind of land.</summary>
public sealed record FreeIds(int Atom, int Edge, int Node);
