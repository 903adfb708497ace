using GridMap.Core.Access;

namespace GridMap.Core.Tests.Access;

public sealed class SignInLimitsTests
{
    private static readonly SignInLimits Limits = new();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 0)]
    [InlineData(5, 30)]
    [InlineData(6, 60)]
    [InlineData(7, 120)]
    [InlineData(10, 900)]
    [InlineData(1000, 900)]
    [InlineData(int.MaxValue, 900)]
    public void Each_failure_after_the_free_ones_doubles_the_wait_up_to_a_quarter_of_an_hour(int failures, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Limits.WaitAfter(failures, Limits.FreePerLogin));

    [Fact]
    public void Only_an_account_that_is_nothing_but_a_wall_stays_signed_in_at_night()
    {
        Assert.True(SessionLimits.IsWall([Role.Wall]));
        Assert.False(SessionLimits.IsWall([Role.Wall, Role.Viewer]));
        Assert.False(SessionLimits.IsWall([]));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("zhang.san-2_x")]
    [InlineData("110")]
    public void A_login_of_letters_digits_dots_underscores_and_hyphens_is_fit(string login) => Assert.Null(PasswordRules.FindLoginRefusal(login));

    [Theory]
    [InlineData("")]
    [InlineData(".a")]
    [InlineData("Zhang")]
    [InlineData("张三")]
    [InlineData("a b")]
    [InlineData("a'--")]
    [InlineData("a\n")]
    public void Any_other_login_is_refused(string login) => Assert.Equal("LOGIN_MALFORMED", PasswordRules.FindLoginRefusal(login)?.Code);

    [Theory]
    [InlineData("short", "PASSWORD_LENGTH")]
    [InlineData("aaaaaaaaaaaa", "PASSWORD_WEAK")]
    [InlineData("xx-zhang-2026", "PASSWORD_WEAK")]
    [InlineData("four words are enough", null)]
    public void A_password_that_is_short_uniform_or_holds_the_login_is_refused(string password, string? code) =>
        Assert.Equal(code, PasswordRules.FindPasswordRefusal(password, "zhang")?.Code);
}
