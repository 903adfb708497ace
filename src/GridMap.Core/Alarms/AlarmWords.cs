namespace GridMap.Core.Alarms;

/// <summary>What an alarm says, in both languages.</summary>
public static class AlarmWords
{
    public static string English(AlarmKind kind, string subject) => kind switch
    {
        AlarmKind.UrgentIncident => $"Urgent incident {subject}: nobody has been sent",
        AlarmKind.DeadlinePassed => $"Incident {subject} is past its deadline",
        AlarmKind.GridUnpatrolled => $"Grid {subject} is without any patrol",
        AlarmKind.PointMissed => $"Patrol point {subject} was missed",
        AlarmKind.TrackingLost => $"{subject}: hardly any patrol on duty sends positions",
        AlarmKind.PatrolSilent => $"Patrol {subject} is on duty and silent",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Chinese(AlarmKind kind, string subject) => kind switch
    {
        AlarmKind.UrgentIncident => $"紧急事件 {subject} 尚未派人",
        AlarmKind.DeadlinePassed => $"事件 {subject} 已超时限",
        AlarmKind.GridUnpatrolled => $"网格“{subject}”无人巡查",
        AlarmKind.PointMissed => $"巡查点位“{subject}”漏巡",
        AlarmKind.TrackingLost => $"{subject}：在岗人员定位大面积中断",
        AlarmKind.PatrolSilent => $"在岗巡查力量“{subject}”失联",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
