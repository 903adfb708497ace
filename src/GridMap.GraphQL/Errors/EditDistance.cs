namespace GridMap.GraphQL.Errors;

/// <summary>
/// How many letters have to be put in, taken out, changed or swapped with their neighbour to make one name of another
/// (Damerau and Levenshtein's distance in its restricted form); names that differ by case only are one apart.
/// </summary>
internal static class EditDistance
{
    /// <summary>Null where it is over the threshold.</summary>
    public static int? Between(string name, string option, int threshold)
    {
        if (name == option)
            return 0;

        if (Math.Abs(name.Length - option.Length) > threshold)
            return null;

        var (from, to) = (name.ToLowerInvariant(), option.ToLowerInvariant());
        return from == to ? 1 : WithinThreshold(from, to, threshold);
    }

    private static int? WithinThreshold(string from, string to, int threshold)
    {
        int[] beforeLast = new int[to.Length + 1], last = [.. Enumerable.Range(0, to.Length + 1)], current = new int[to.Length + 1];
        for (var row = 1; row <= from.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= to.Length; column++)
                current[column] = Cell(row, column);

            if (current.Min() > threshold)
                return null;

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[to.Length] <= threshold ? last[to.Length] : null;

        int Cell(int row, int column)
        {
            var changed = last[column - 1] + (from[row - 1] == to[column - 1] ? 0 : 1);
            var nearest = Math.Min(changed, Math.Min(last[column], current[column - 1]) + 1);
            return IsSwap(row, column) ? Math.Min(nearest, beforeLast[column - 2] + 1) : nearest;
        }

        bool IsSwap(int row, int column) =>
            row > 1 && column > 1 && from[row - 1] == to[column - 2] && from[row - 2] == to[column - 1];
    }
}
