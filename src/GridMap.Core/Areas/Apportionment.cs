namespace GridMap.Core.Areas;

/// <summary>Whole numbers in proportion to weights.</summary>
public static class Apportionment
{
    /// <summary>Seats per weight that sum to <paramref name="total"/>, at least one each; largest remainders (Hamilton), ties to the first. More weights than seats: one each.</summary>
    public static int[] Apportion(IReadOnlyList<long> weights, int total)
    {
        var sum = Math.Max(1.0, weights.Sum());
        var quotas = weights.Select(weight => weight * total / sum).ToArray();
        var seats = Array.ConvertAll(quotas, quota => Math.Max(1, (int)quota));
        for (var given = seats.Sum(); given != total && !(given > total && seats.Max() == 1); given += Math.Sign(total - given))
        {
            var next = Enumerable.Range(0, seats.Length).MaxBy(i => given < total ? quotas[i] - seats[i] : seats[i] > 1 ? seats[i] - quotas[i] : double.MinValue);
            seats[next] += Math.Sign(total - given);
        }

        return seats;
    }
}
