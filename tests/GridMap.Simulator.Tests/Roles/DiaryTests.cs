using GridMap.Simulator.Roles;
using GridMap.Simulator.Scenarios;

namespace GridMap.Simulator.Tests.Roles;

public sealed class DiaryTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 8, 0, 0, TimeSpan.FromHours(8));

    private readonly Diary _diary = new(new Random(1));

    [Fact]
    public void A_thing_waits_from_when_it_is_first_seen()
    {
        Assert.False(_diary.IsDue("a", new Delay(10, 10), Now));
        Assert.False(_diary.IsDue("a", new Delay(10, 10), Now.AddSeconds(9)));
        Assert.True(_diary.IsDue("a", new Delay(10, 10), Now.AddSeconds(10)));
    }

    [Fact]
    public void Forgotten_it_waits_anew()
    {
        _diary.IsDue("a", new Delay(10, 10), Now);
        _diary.Forget("a");
        Assert.False(_diary.IsDue("a", new Delay(10, 10), Now.AddSeconds(10)));
    }

    [Fact]
    public void What_nobody_asks_about_is_forgotten()
    {
        _diary.IsDue("a", new Delay(10, 10), Now);
        _diary.IsDue("b", new Delay(10, 10), Now.AddMinutes(9));
        _diary.ForgetOld(Now.AddMinutes(11));
        Assert.Equal(1, _diary.Count);
    }

    [Fact]
    public void The_desk_leaves_to_people_what_is_theirs()
    {
        var none = new Casebook(0, new Random(1));
        var all = new Casebook(1, new Random(1));
        none.Add("20260501-000001");
        all.Add("20260501-000001");
        Assert.True(none.IsForOwnDesk("20260501-000001"));
        Assert.False(all.IsForOwnDesk("20260501-000001"));
        Assert.True(all.IsReportedHere("20260501-000001"));
        Assert.False(none.IsForOwnDesk("20260501-000002"));
    }
}
