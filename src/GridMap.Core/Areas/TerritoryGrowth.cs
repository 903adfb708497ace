using GridMap.Core.Boundaries;

namespace GridMap.Core.Areas;

/// <summary>Grows territories from seeds over whole atoms: each atom goes to the seed it is nearest to by a way that shuns water and arterials.</summary>
public static class TerritoryGrowth
{
    private const double LightestCohesion = 0.05;

    private const int Rounds = 12;

    private const double Spur = 0.8;

    /// <summary>Grows again and again, each time sparing the seeds that got too few households some of their way, until all have enough or it is no use.</summary>
    public static int[] GrowPopulous(Adjacency adjacency, (double X, double Y)[] centresMeters, int[] seedAtoms, int[] households, long least)
    {
        var effort = Enumerable.Repeat(1.0, seedAtoms.Length).ToArray();
        var seedOf = Grow(adjacency, centresMeters, seedAtoms, effort);
        for (var round = 0; round < Rounds; round++)
        {
            var sums = new long[seedAtoms.Length];
            for (var atom = 0; atom < seedOf.Length; atom++)
            {
                sums[seedOf[atom]] += households[atom];
            }

            if (Array.TrueForAll(sums, sum => sum >= least))
            {
                break;
            }

            effort = [.. effort.Zip(sums, (way, sum) => sum < least ? way * Spur : way)];
            seedOf = Grow(adjacency, centresMeters, seedAtoms, effort);
        }

        return seedOf;
    }

    /// <summary>
    /// The seed (0…) of every atom, where effort weighs the way from each seed. Multi-source Dijkstra, so every territory hangs together;
    /// unreachable atoms go to the nearest centre.
    /// </summary>
    public static int[] Grow(Adjacency adjacency, (double X, double Y)[] centresMeters, int[] seedAtoms, double[] effort)
    {
        var seedOf = new int[adjacency.Count];
        Array.Fill(seedOf, -1);
        var open = new PriorityQueue<(int Atom, int Seed), (double Cost, int Seed)>();
        for (var seed = 0; seed < seedAtoms.Length; seed++)
        {
            open.Enqueue((seedAtoms[seed], seed), (0, seed));
        }

        while (open.TryDequeue(out var next, out var reached))
        {
            if (seedOf[next.Atom] >= 0)
            {
                continue;
            }

            seedOf[next.Atom] = next.Seed;
            for (var i = adjacency.Offset[next.Atom]; i < adjacency.Offset[next.Atom + 1]; i++)
            {
                if (seedOf[adjacency.Neighbor[i]] < 0)
                {
                    open.Enqueue((adjacency.Neighbor[i], next.Seed), (reached.Cost + effort[next.Seed] * Step(adjacency, centresMeters, next.Atom, i), next.Seed));
                }
            }
        }

        for (var atom = 0; atom < seedOf.Length; atom++)
        {
            seedOf[atom] = seedOf[atom] >= 0 ? seedOf[atom] : Nearest(centresMeters, seedAtoms, atom);
        }

        return seedOf;
    }

    private static double Step(Adjacency adjacency, (double X, double Y)[] centres, int atom, int i)
    {
        var cohesion = adjacency.CutCost[i] / Math.Max(adjacency.SharedMeters[i], 0.01);
        return Distance(centres, atom, adjacency.Neighbor[i]) * (1 + 0.08 / Math.Max(cohesion, LightestCohesion));
    }

    private static int Nearest((double X, double Y)[] centres, int[] seedAtoms, int atom) =>
        Enumerable.Range(0, seedAtoms.Length).MinBy(seed => Distance(centres, atom, seedAtoms[seed]));

    private static double Distance((double X, double Y)[] centres, int a, int b) => double.Hypot(centres[a].X - centres[b].X, centres[a].Y - centres[b].Y);
}
