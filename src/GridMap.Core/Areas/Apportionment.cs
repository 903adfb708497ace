namespace GridMap.Core.Areas;

/// <summary>Whole numbers in proportion to weights.</summary>
public static class Apportionment
{
    /// <summary>Seats per weight that sum to <paramref name="total"/>, at least one each; largest remainders (Hamilton), ties to the first.</summary>
    public static int[] Apportion(IReadOnlyList<long> weights, int total)
    {
        var sum = Math.Max(1.0, weights.Sum());
        var quotas = weights.Select(weight => Math.Max(1.0, weight * total / sum)).ToArray();
        var seats = Array.ConvertAll(quotas, quota => (int)quota);
        var left = total - seats.Sum();
        foreach (var index in Enumerable.Range(0, seats.Length).OrderByDescending(i => quotas[i] - seats[i]).ThenBy(i => i).Take(Math.Max(0, left)))
        {
            seats[index]++;
        }

        return seats;
    }
}
