namespace GridMap.Core.Coverage;

/// <summary>
/// What a walk costs, in whole billionths of a second or of a metre. Whole numbers add up to the same sum in every order,
/// so "within 15 minutes" includes exactly 15 minutes, and an answer kept up to date equals one computed anew to the last digit.
/// </summary>
public static class WalkCost
{
    /// <summary>No way; small enough that a few of them still add up.</summary>
    public const long Barred = long.MaxValue / 16;

    private const double PerUnit = 1e9;
    private const double Most = 1e8;

    /// <summary>From seconds or metres, rounded to the nearest; what is infinite is barred.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or not a number.</exception>
    public static long From(double amount)
    {
        if (!(amount >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(amount), amount, "A walk costs nothing or more.");
        }

        return amount <= Most ? (long)Math.Round(amount * PerUnit) : Barred;
    }

    /// <summary>In seconds or metres; infinite where there is no way.</summary>
    public static double Amount(long cost) => cost < Barred ? cost / PerUnit : double.PositiveInfinity;
}
