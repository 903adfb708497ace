using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace GridMap.Core.Access;

/// <summary>An area as the tree needs it.</summary>
public readonly record struct AreaNode(int Id, int? ParentId, bool IsGrid);

/// <summary>Which area lies in which, at one time: every question is a look-up.</summary>
public sealed class AreaTree
{
    private readonly FrozenDictionary<int, int[]> _paths;
    private readonly FrozenDictionary<int, int[]> _gridsBelow;
    private readonly ConcurrentDictionary<string, GridScope> _scopes = new(StringComparer.Ordinal);

    private AreaTree(FrozenDictionary<int, int[]> paths, FrozenDictionary<int, int[]> gridsBelow)
    {
        _paths = paths;
        _gridsBelow = gridsBelow;
    }

    /// <summary>Knows no area, so whatever is bound to one is allowed nothing.</summary>
    public static AreaTree Empty { get; } = Of([]);

    /// <summary>An area whose way up does not end, or ends at an area that is not there, is left out with everything below it.</summary>
    public static AreaTree Of(IReadOnlyCollection<AreaNode> areas)
    {
        var nodes = areas.ToDictionary(area => area.Id);
        var paths = new Dictionary<int, int[]>();
        foreach (var area in areas)
        {
            if (FindPath(area, nodes) is { } path)
            {
                paths[area.Id] = path;
            }
        }

        var gridsBelow = areas
            .Where(area => area.IsGrid && paths.ContainsKey(area.Id))
            .SelectMany(grid => paths[grid.Id], (grid, ancestor) => (Ancestor: ancestor, Grid: grid.Id))
            .GroupBy(pair => pair.Ancestor, pair => pair.Grid)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
        return new AreaTree(paths.ToFrozenDictionary(), gridsBelow);
    }

    /// <summary>The area with all it lies in, itself first; empty for what lies in no area that is known.</summary>
    public IReadOnlyList<int> PathOf(int? areaId) => areaId is { } id && _paths.TryGetValue(id, out var path) ? path : [];

    /// <summary>Of each grid the area so many levels above it; a grid that is not so deep is left out.</summary>
    public IReadOnlyDictionary<int, int> AncestorsOfGrids(int levels) => _gridsBelow.Values.SelectMany(grids => grids).Distinct()
        .Where(grid => _paths[grid].Length > levels).ToDictionary(grid => grid, grid => _paths[grid][levels]);

    public bool Knows(int areaId) => _paths.ContainsKey(areaId);

    /// <summary>The grids in these areas; the same areas give the same object, and what is no area costs no memory.</summary>
    public GridScope ScopeOf(IEnumerable<int> areaIds)
    {
        var sorted = areaIds.Where(Knows).Distinct().Order().ToArray();
        return _scopes.GetOrAdd(string.Join(',', sorted), _ => GridScope.Of(sorted.SelectMany(id => _gridsBelow.GetValueOrDefault(id, []))));
    }

    private static int[]? FindPath(AreaNode area, Dictionary<int, AreaNode> nodes)
    {
        var path = new List<int>();
        for (var at = area; ; at = nodes[at.ParentId.Value])
        {
            path.Add(at.Id);
            if (at.ParentId is null)
            {
                return [.. path];
            }

            if (!nodes.ContainsKey(at.ParentId.Value) || path.Count > nodes.Count)
            {
                return null;
            }
        }
    }
}
