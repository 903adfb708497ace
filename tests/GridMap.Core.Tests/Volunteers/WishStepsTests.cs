using GridMap.Core.Volunteers;

namespace GridMap.Core.Tests.Volunteers;

public sealed class WishStepsTests
{
    private static readonly Dictionary<(WishState, WishStep), WishState> Legal = new()
    {
        [(WishState.Made, WishStep.Dispatch)] = WishState.Dispatched,
        [(WishState.Dispatched, WishStep.Claim)] = WishState.Claimed,
        [(WishState.Claimed, WishStep.GiveBack)] = WishState.Dispatched,
        [(WishState.Claimed, WishStep.Finish)] = WishState.Done,
        [(WishState.Done, WishStep.Rate)] = WishState.Rated,
        [(WishState.Made, WishStep.Withdraw)] = WishState.Withdrawn,
        [(WishState.Dispatched, WishStep.Withdraw)] = WishState.Withdrawn,
    };

    public static TheoryData<WishState, WishStep> Every
    {
        get
        {
            var every = new TheoryData<WishState, WishStep>();
            foreach (var state in Enum.GetValues<WishState>())
            {
                foreach (var step in Enum.GetValues<WishStep>())
                {
                    every.Add(state, step);
                }
            }

            return every;
        }
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void A_step_leads_on_where_it_is_legal_and_is_refused_with_a_remedy_where_it_is_not(WishState state, WishStep step)
    {
        var taken = WishSteps.Take(state, step);
        if (Legal.TryGetValue((state, step), out var next))
        {
            Assert.Equal(next, taken.Value);
            return;
        }

        Assert.StartsWith("WISH_", taken.Refusal!.Code, StringComparison.Ordinal);
        Assert.NotEmpty(taken.Refusal.Remedy);
        Assert.NotEmpty(taken.Refusal.RemedyChinese);
    }

    [Theory]
    [InlineData(WishState.Claimed, WishStep.Claim, "WISH_ALREADY_CLAIMED")]
    [InlineData(WishState.Made, WishStep.Claim, "WISH_NOT_DISPATCHED")]
    [InlineData(WishState.Withdrawn, WishStep.Claim, "WISH_WITHDRAWN")]
    [InlineData(WishState.Rated, WishStep.Rate, "WISH_FINISHED")]
    [InlineData(WishState.Done, WishStep.Claim, "WISH_FINISHED")]
    public void The_refusal_tells_why(WishState state, WishStep step, string code) => Assert.Equal(code, WishSteps.Take(state, step).Refusal!.Code);
}
