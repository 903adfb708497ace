using GridMap.Core.Boundaries;
using GridMap.Core.Boundaries.Editing;
using GridMap.Core.Geography;
using NetTopologySuite.Geometries;
using Position = GridMap.Core.Geography.Position;

namespace GridMap.Core.Tests.Boundaries.Editing;

/// <summary>Makes an operation out of a number, about what is there: sensible ones mostly, wild ones too.</summary>
internal static class RandomOperations
{
    public static Operation From(int choice, Division division)
    {
        var random = new Random(choice);
        var grids = division.GridIds.Order().ToArray();
        var grid = grids[random.Next(grids.Length)];
        var other = Neighbor(division, grid, random) ?? grids[random.Next(grids.Length)];
        var atoms = division.AtomsOf(grid);
        var atom = atoms[random.Next(atoms.Length)];
        return random.Next(20) switch
        {
            0 or 1 or 2 => new Reassign([.. Some(division.AtomsOf(other), random)], grid),
            3 => new Reassign([.. Some([.. division.AtomIds.Order()], random)], grid),
            4 => new Merge(grid, other),
            5 => new CreateGrid(1001 + random.Next(3), [.. Some(atoms, random)]),
            6 => new RetireGrid(grid),
            7 or 8 => new SplitIntoParts(grid, random.Next(2, 5), random.Next(100)),
            9 or 10 or 11 => new SplitByLine(grid, Across(division.ShapeOf(grid), random), random.Next(3) == 0),
            12 or 13 or 14 => new MoveEdge(grid, other, AlongBorder(division, grid, other, random), random.Next(3) == 0),
            15 or 16 => new Cut(atom, Across(division.ShapeOfAtom(atom), random)),
            17 or 18 => new Heal([atom, .. Beside(division, atom, atoms, random)]),
            _ => Rename(division, grid, random),
        };
    }

    private static Operation Rename(Division division, int grid, Random random) => random.Next(3) switch
    {
        0 => new Renumber(grid, division.RowOf(grid).Code[..^3] + random.Next(1, 1000).ToString("D3", System.Globalization.CultureInfo.InvariantCulture), "改名"),
        1 => new MoveGrid(grid, 1001 + random.Next(3)),
        _ => new MoveCommunity(1001 + random.Next(3), 2001 + random.Next(2)),
    };

    private static IEnumerable<int> Some(int[] atoms, Random random)
    {
        random.Shuffle(atoms);
        return atoms[..random.Next(1, Math.Min(atoms.Length, 4) + 1)];
    }

    private static int? Neighbor(Division division, int grid, Random random)
    {
        var around = Around(division, division.AtomsOf(grid)).Select(division.GridOf).Where(other => other != grid).Distinct().Order().ToArray();
        return around.Length == 0 ? null : around[random.Next(around.Length)];
    }

    private static IEnumerable<int> Beside(Division division, int atom, int[] atoms, Random random)
    {
        var around = Around(division, [atom]).Where(other => atoms.Contains(other)).Distinct().Order().ToArray();
        return around.Length == 0 || random.Next(6) == 0 ? Some(atoms, random) : [around[random.Next(around.Length)]];
    }

    private static IEnumerable<int> Around(Division division, int[] atoms)
    {
        foreach (var edge in division.ToRows().Edges)
        {
            if (edge.Left is { } left && edge.Right is { } right && atoms.Contains(left) != atoms.Contains(right))
            {
                yield return atoms.Contains(left) ? right : left;
            }
        }
    }

    /// <summary>A line over a shape: wildly across its surroundings, from corner to corner, or along a stretch of its border and across.</summary>
    private static Position[] Across(Geometry shape, Random random)
    {
        var corners = shape.Coordinates;
        var envelope = shape.EnvelopeInternal.Copy();
        envelope.ExpandBy(envelope.Width * 0.3 + 1e-6, envelope.Height * 0.3 + 1e-6);
        Coordinate Anywhere() => new(envelope.MinX + random.NextDouble() * envelope.Width, envelope.MinY + random.NextDouble() * envelope.Height);
        Coordinate Corner() => corners[random.Next(corners.Length)];
        Coordinate[] line = random.Next(5) switch
        {
            0 => [Corner(), Corner()],
            1 => [Anywhere(), Corner(), Anywhere()],
            2 => [.. Enumerable.Range(0, random.Next(2, 6)).Select(_ => Anywhere())],
            3 => [new(envelope.MinX, Anywhere().Y), Anywhere(), new(envelope.MaxX, Anywhere().Y)],
            _ => [new(Anywhere().X, envelope.MinY), new(Anywhere().X, envelope.MaxY)],
        };
        return [.. line.Select(point => new Position(point.X, point.Y))];
    }

    private static Position[] AlongBorder(Division division, int grid, int other, Random random)
    {
        var border = division.ShapeOf(grid).Coordinates.Intersect(division.ShapeOf(other).Coordinates).ToArray();
        if (border.Length < 2)
        {
            return Across(division.ShapeOf(grid), random);
        }

        var envelope = new Envelope(division.ShapeOf(grid).EnvelopeInternal);
        envelope.ExpandToInclude(division.ShapeOf(other).EnvelopeInternal);
        var between = Enumerable.Range(0, random.Next(0, 3)).Select(_ => new Position(
            envelope.MinX + random.NextDouble() * envelope.Width, envelope.MinY + random.NextDouble() * envelope.Height));
        var (from, to) = (border[random.Next(border.Length)], border[random.Next(border.Length)]);
        return [new(from.X, from.Y), .. between, new(to.X, to.Y)];
    }
}
