namespace GridMap.Core.Incidents;

/// <summary>Where an incident stands in the closed loop (环节); what is voided has left it.</summary>
public enum Step
{
    /// <summary>问题上报.</summary>
    Reported,

    /// <summary>案卷建立.</summary>
    Registered,

    /// <summary>任务指派.</summary>
    Assigned,

    /// <summary>调查落实.</summary>
    Handling,

    /// <summary>反馈结果.</summary>
    Feedback,

    /// <summary>结案归档.</summary>
    Closed,

    /// <summary>作废.</summary>
    Voided,
}

/// <summary>Steps by the words they have in the database and in both languages.</summary>
public static class Steps
{
    public static string NameOf(Step step) => step switch
    {
        Step.Reported => "reported",
        Step.Registered => "registered",
        Step.Assigned => "assigned",
        Step.Handling => "handling",
        Step.Feedback => "feedback",
        Step.Closed => "closed",
        Step.Voided => "voided",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };

    public static string ChineseNameOf(Step step) => step switch
    {
        Step.Reported => "问题上报",
        Step.Registered => "案卷建立",
        Step.Assigned => "任务指派",
        Step.Handling => "调查落实",
        Step.Feedback => "反馈结果",
        Step.Closed => "结案归档",
        Step.Voided => "作废",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };

    public static Step Parse(string name) =>
        Enum.GetValues<Step>().Cast<Step?>().FirstOrDefault(step => NameOf(step!.Value) == name) ?? throw new ArgumentException($"{name} is no step.", nameof(name));

    /// <summary>Whether what stands at a step is on the way to the end at least at another one; what is voided has left the way.</summary>
    public static bool HasReached(Step at, Step step) => at != Step.Voided && at >= step;

    public static bool IsOpen(Step step) => step is not (Step.Closed or Step.Voided);
}
