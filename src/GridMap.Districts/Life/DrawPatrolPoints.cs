using GridMap.Core.Geography;

namespace GridMap.Districts.Life;

/// <summary>Draws the points that must be visited, in every grid some, of the kinds that its spots allow.</summary>
public sealed class DrawPatrolPoints(LifePlace place, PatrolPointRules rules, Scenes scenes)
{
    private readonly Chance _chance = new(place.Seed, "patrol points");

    public IReadOnlyList<PatrolPointRow> Run()
    {
        var spots = rules.Kinds.Select(kind => kind.Scene).Distinct()
            .SelectMany(scenes.Of)
            .GroupBy(scene => scene.GridId)
            .ToDictionary(group => group.Key, group => group.ToLookup(scene => scene.Kind));
        var points = new List<PatrolPointRow>();
        foreach (var grid in place.Grids)
        {
            if (!spots.TryGetValue(grid.Id, out var ofGrid))
                continue;

            var possible = rules.Kinds.Where(kind => ofGrid.Contains(kind.Scene)).ToArray();
            var choice = new WeightedChoice(possible.Select(kind => kind.Weight));
            var count = (int)(rules.PerGrid + _chance.Share());
            var taken = new HashSet<string>();
            for (var tries = 0; taken.Count < count && tries < 4 * count; tries++)
            {
                var kind = possible[choice.Draw(_chance)];
                var spot = _chance.Pick([.. ofGrid[kind.Scene]]);
                if (taken.Add(PlaceWords.Join(spot.Name, kind.Name)))
                    points.Add(Describe(points.Count + 1, kind, spot));
            }
        }

        return points;
    }

    private static PatrolPointRow Describe(int id, PatrolPointKind kind, Scene spot) => new(
        id, $"PP-{id:000000}", PlaceWords.Join(spot.Name, kind.Name), kind.Name, kind.Visits, kind.Per, spot.GridId, Lattice.Factory.CreatePoint(spot.Position));
}
