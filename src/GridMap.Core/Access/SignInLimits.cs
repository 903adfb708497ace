namespace GridMap.Core.Access;

/// <summary>How often a password may be wrong: some are free, then each costs a longer wait.</summary>
public sealed record SignInLimits
{
    /// <summary>Wrong passwords for one login before it waits.</summary>
    public int FreePerLogin { get; init; } = 5;

    /// <summary>Wrong passwords from one address, whatever the logins: a whole office may stand behind it.</summary>
    public int FreePerAddress { get; init; } = 40;

    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>After so long without another, failures are forgotten.</summary>
    public TimeSpan ForgetAfter { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The wait after the last of so many failures.</summary>
    public TimeSpan WaitAfter(int failures, int free)
    {
        if (failures < free)
        {
            return TimeSpan.Zero;
        }

        var doublings = Math.Min(failures - free, 16);
        return TimeSpan.FromTicks(Math.Min(FirstWait.Ticks << doublings, LongestWait.Ticks));
    }
}
