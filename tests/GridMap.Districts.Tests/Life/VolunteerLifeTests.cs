namespace GridMap.Districts.Tests.Life;

public sealed class VolunteerLifeTests(LivingTown town) : IClassFixture<LivingTown>
{
    [Fact]
    public void Volunteers_sign_up_for_activities_of_their_own_team_once()
    {
        Assert.All(town.Activities, activity =>
        {
            var members = town.Volunteers.MembersOfTeam[activity.TeamId].ToHashSet();
            Assert.Subset(members, activity.Signups.Select(signup => signup.VolunteerId).ToHashSet());
            Assert.Equal(activity.Signups.Count, activity.Signups.DistinctBy(signup => signup.VolunteerId).Count());
            Assert.True(activity.Signups.Count <= activity.Capacity);
        });
    }

    [Fact]
    public void Activities_are_where_their_time_says()
    {
        Assert.All(town.Activities, activity => Assert.Equal(
            activity.State,
            activity.StartsAt > LivingTown.Now ? "published" : activity.EndsAt > LivingTown.Now ? "running" : activity.State == "cancelled" ? "cancelled" : "done"));
        Assert.Contains(town.Activities, activity => activity.State == "running");
        Assert.Contains(town.Activities, activity => activity.State == "published");
    }

    [Fact]
    public void Wishes_are_claimed_before_they_are_done_and_rated_after()
    {
        Assert.All(town.Wishes, wish =>
        {
            Assert.Equal(wish.State is "claimed" or "done" or "rated", wish.Claim is not null);
            Assert.Equal(wish.State is "done" or "rated", wish.Claim?.DoneAt is not null);
            Assert.Equal(wish.State == "rated", wish.Claim?.Rating is not null);
            Assert.True(wish.Claim is null || (wish.MadeAt < wish.Claim.ClaimedAt && wish.Claim.ClaimedAt <= LivingTown.Now));
        });
        Assert.Equal(town.Wishes.Count, town.Wishes.DistinctBy(wish => wish.Number).Count());
    }
}
