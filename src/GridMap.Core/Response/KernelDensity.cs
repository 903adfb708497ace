namespace GridMap.Core.Response;

/// <summary>A density on square cells, row by row from the north-west.</summary>
/// <param name="PerSquareKilometre">Columns × Rows values, in events per square kilometre.</param>
public sealed record DensityLattice(int Columns, int Rows, double CellMeters, double[] PerSquareKilometre)
{
    /// <summary>The number of events it stands for.</summary>
    public double Integral => PerSquareKilometre.Sum() * CellMeters * CellMeters / 1e6;
}

/// <summary>
/// Kernel density with the quartic (biweight) kernel K(d) ∝ (1 - d²/h²)² for d below the bandwidth h (Silverman 1986, 4.2; Bailey and Gatrell 1995, 3.4.2).
/// At edges each event's kernel is scaled so that all of it lies on ground that counts (Jones 1993), so the density integrates to the number of events.
/// </summary>
public static class KernelDensity
{
    /// <summary>Spreads events that have been counted by cell.</summary>
    /// <param name="counts">Columns × rows numbers of events, row by row.</param>
    /// <param name="columns">Cells in a row.</param>
    /// <param name="cellMeters">Side of a cell, in metres; 25 to 50 is usual.</param>
    /// <param name="bandwidthMeters">How far an event is spread, in metres; at least a cell.</param>
    /// <param name="isGround">For each cell whether it counts; empty when all do. An event on a cell that does not count spreads to those around that do.</param>
    public static DensityLattice Estimate(ReadOnlySpan<int> counts, int columns, double cellMeters, double bandwidthMeters, ReadOnlySpan<bool> isGround = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        ArgumentOutOfRangeException.ThrowIfLessThan(bandwidthMeters, cellMeters);
        ArgumentOutOfRangeException.ThrowIfNotEqual(counts.Length % columns, 0);
        var rows = counts.Length / columns;
        var kernel = Kernel(cellMeters, bandwidthMeters);
        var density = new double[counts.Length];
        for (var cell = 0; cell < counts.Length; cell++)
        {
            if (counts[cell] > 0)
            {
                Spread(counts[cell], cell % columns, cell / columns, isGround);
            }
        }

        return new DensityLattice(columns, rows, cellMeters, density);

        void Spread(int count, int column, int row, ReadOnlySpan<bool> ground)
        {
            var mass = 0.0;
            foreach (var (x, y, weight) in kernel)
            {
                mass += Counts(column + x, row + y, ground) ? weight : 0;
            }

            if (mass == 0)
            {
                // No ground within reach: it stays where it is, so that nothing is lost.
                density[(row * columns) + column] += count / (cellMeters * cellMeters / 1e6);
                return;
            }

            var unit = count / mass / (cellMeters * cellMeters / 1e6);
            foreach (var (x, y, weight) in kernel)
            {
                if (Counts(column + x, row + y, ground))
                {
                    density[((row + y) * columns) + column + x] += weight * unit;
                }
            }
        }

        bool Counts(int column, int row, ReadOnlySpan<bool> ground) =>
            column >= 0 && column < columns && row >= 0 && row < rows && (ground.IsEmpty || ground[(row * columns) + column]);
    }

    private static List<(int X, int Y, double Weight)> Kernel(double cell, double bandwidth)
    {
        var reach = (int)Math.Floor(bandwidth / cell);
        var kernel = new List<(int X, int Y, double Weight)>();
        for (var y = -reach; y <= reach; y++)
        {
            for (var x = -reach; x <= reach; x++)
            {
                var share = ((x * x) + (y * y)) * cell * cell / (bandwidth * bandwidth);
                if (share < 1)
                {
                    kernel.Add((x, y, (1 - share) * (1 - share)));
                }
            }
        }

        return kernel;
    }
}
