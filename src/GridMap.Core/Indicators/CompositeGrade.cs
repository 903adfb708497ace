namespace GridMap.Core.Indicators;

/// <summary>How well a period went, all in all.</summary>
public enum Grade
{
    A,
    B,
    C,
    D,
    E,
}

/// <summary>One share of the grade: from 0 to 1, more is better; null where there is nothing to have a share of.</summary>
public readonly record struct WeightedShare(double? Value, double Weight);

/// <summary>The composite grade (综合评价): the weighted mean of what there is, in points from 0 to 100.</summary>
public static class CompositeGrade
{
    private static readonly (double Least, Grade Grade)[] Steps = [(90, Grade.A), (75, Grade.B), (60, Grade.C), (40, Grade.D)];

    /// <summary>Null where nothing that counts has a value. What has none does not count, and the others count for more.</summary>
    public static double? ScoreOf(IReadOnlyCollection<WeightedShare> shares)
    {
        var known = shares.Where(share => share.Value is not null && share.Weight > 0).ToList();
        return known.Count == 0 ? null : 100 * known.Sum(share => share.Value!.Value * share.Weight) / known.Sum(share => share.Weight);
    }

    public static Grade GradeOf(double score)
    {
        foreach (var (least, grade) in Steps)
        {
            // A mean of shares that are exact can end a hair below the step.
            if (score >= least - 1e-9)
            {
                return grade;
            }
        }

        return Grade.E;
    }
}
