using GridMap.Core.Indicators;

namespace GridMap.Core.Tests.Indicators;

public sealed class CompositeGradeTests
{
    [Theory]
    [InlineData(100, Grade.A)]
    [InlineData(90, Grade.A)]
    [InlineData(89.99, Grade.B)]
    [InlineData(75, Grade.B)]
    [InlineData(74.99, Grade.C)]
    [InlineData(60, Grade.C)]
    [InlineData(59.99, Grade.D)]
    [InlineData(40, Grade.D)]
    [InlineData(39.99, Grade.E)]
    [InlineData(0, Grade.E)]
    public void Grades_begin_at_their_points(double score, Grade grade) => Assert.Equal(grade, CompositeGrade.GradeOf(score));

    [Fact]
    public void The_score_is_the_weighted_mean_of_what_there_is()
    {
        Assert.Equal(80, CompositeGrade.ScoreOf([new(1, 30), new(0.5, 20)])!.Value, 1e-9);
        Assert.Equal(100, CompositeGrade.ScoreOf([new(1, 30), new(null, 70)])!.Value, 1e-9);
        Assert.Equal(100, CompositeGrade.ScoreOf([new(1, 30), new(0, 0)])!.Value, 1e-9);
        Assert.Null(CompositeGrade.ScoreOf([new(null, 30), new(1, 0)]));
        Assert.Null(CompositeGrade.ScoreOf([]));
    }

    [Fact]
    public void Three_times_three_tenths_is_an_A() =>
        Assert.Equal(Grade.A, CompositeGrade.GradeOf(CompositeGrade.ScoreOf([new(0.9, 0.1), new(0.9, 0.2), new(0.9, 0.7)])!.Value));
}
