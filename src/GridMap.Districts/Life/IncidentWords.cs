using System.Globalization;

namespace GridMap.Districts.Life;

/// <summary>Puts an incident into words by the templates of its class.</summary>
public sealed class IncidentWords(Chance chance)
{
    // Stands for the word that follows a place, so that a space goes where one belongs.
    private const string Mark = "\0";

    private static readonly string[] Sides = ["东侧", "西侧", "南侧", "北侧", "门口", "路边", "拐角处"];

    private static readonly string[] Spans = ["两天", "三天", "近一周", "半个月", "一整天", "数日"];

    public string Describe(IncidentPattern pattern, Scene scene) => chance.Pick(pattern.Texts)
        .Replace("{place}", PlaceWords.Join(scene.Name, Mark).Replace(Mark, "", StringComparison.Ordinal), StringComparison.Ordinal)
        .Replace("{t}", chance.Between(12, 16).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{side}", chance.Pick(Sides), StringComparison.Ordinal)
        .Replace("{since}", chance.Pick(Spans), StringComparison.Ordinal)
        .Replace("{n}", chance.Between(2, 6).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{m}", chance.Between(8, 40).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
