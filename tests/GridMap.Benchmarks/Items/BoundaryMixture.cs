using System.Diagnostics;
using GridMap.Core.Boundaries.Editing;
using GridMap.Core.Geography;

namespace GridMap.Benchmarks.Items;

/// <summary>What a manager does, mixed: atoms over a border mostly, moved edges, splits, merges, cuts, and undo.</summary>
public sealed class BoundaryMixture(Random random, int columns, int rows)
{
    private readonly Stack<Operation> _undo = new();

    /// <summary>Milliseconds of each operation that was done, with the shapes of the grids it touched.</summary>
    public List<double> Run(Division division, int operations)
    {
        var times = new List<double>(operations);
        while (times.Count < operations)
        {
            var operation = Next(division);
            var clock = Stopwatch.GetTimestamp();
            var outcome = division.Apply(operation, BoundaryCity.Rules);
            if (outcome.IsRefused)
            {
                continue;
            }

            foreach (var grid in outcome.Value.Grids)
            {
                division.ShapeOf(grid.Id);
            }

            times.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
            if (operation is not Revert)
            {
                _undo.Push(outcome.Value.Inverse);
            }
        }

        return times;
    }

    /// <summary>An operation that leaves the atoms as they are.</summary>
    public Operation NextAssignment(Division division)
    {
        var (atom, neighbor) = Beside(division);
        return random.Next(10) switch
        {
            0 => new Merge(division.GridOf(atom), division.GridOf(neighbor)),
            1 => new SplitIntoParts(division.GridOf(atom), 2),
            _ => new Reassign([atom], division.GridOf(neighbor)),
        };
    }

    private Operation Next(Division division)
    {
        // Undone before much has piled up, so that the city stays what it is.
        if (_undo.Count > 200 || (_undo.Count > 0 && random.Next(3) == 0))
        {
            return _undo.Pop();
        }

        var (atom, neighbor) = Beside(division);
        var grid = division.GridOf(atom);
        return random.Next(20) switch
        {
            0 => new Merge(grid, division.GridOf(neighbor)),
            1 => new SplitIntoParts(grid, 2),
            2 => new SplitByLine(grid, Across(division.NumbersOf(grid).LabelPoint, 0.004)),
            3 => new Cut(atom, Across(Label(division, atom), 0.0006)),
            4 or 5 or 6 => new MoveEdge(grid, division.GridOf(neighbor), Between(division, grid, division.GridOf(neighbor)), WholeAtoms: true),
            _ => new Reassign([atom], division.GridOf(neighbor)),
        };
    }

    /// <summary>Two atoms with different grids side by side, if such are soon found.</summary>
    private (int Atom, int Neighbor) Beside(Division division)
    {
        while (true)
        {
            var (x, y) = (random.Next(columns - 1), random.Next(rows - 1));
            var atom = y * columns + x + 1;
            var neighbor = random.Next(2) == 0 ? atom + 1 : atom + columns;
            if (division.HasAtom(atom) && division.HasAtom(neighbor) && division.GridOf(atom) != division.GridOf(neighbor))
            {
                return (atom, neighbor);
            }
        }
    }

    private static Position Label(Division division, int atom)
    {
        var centre = division.ShapeOfAtom(atom).EnvelopeInternal.Centre;
        return new Position(centre.X, centre.Y);
    }

    private Position[] Across(Position middle, double reach)
    {
        var slope = (random.NextDouble() - 0.5) * reach / 3;
        return [new(middle.Longitude - reach, middle.Latitude - slope), new(middle.Longitude + reach, middle.Latitude + slope)];
    }

    private Position[] Between(Division division, int grid, int neighbor)
    {
        var common = division.ShapeOf(grid).Coordinates.Intersect(division.ShapeOf(neighbor).Coordinates).ToArray();
        var (from, to) = (common[0], common[^1]);
        var into = division.NumbersOf(random.Next(2) == 0 ? grid : neighbor).LabelPoint;
        return [new(from.X, from.Y), into, new(to.X, to.Y)];
    }
}
