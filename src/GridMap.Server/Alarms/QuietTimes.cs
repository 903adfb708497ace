using System.Globalization;
using GridMap.Core.Alarms;
using GridMap.Core.Patrols;

namespace GridMap.Server.Alarms;

/// <summary>Somebody's quiet hours as others see them.</summary>
public sealed record QuietTimes
{
    public required int AccountId { get; init; }

    public required string By { get; init; }

    public required int[] Weekdays { get; init; }

    public required string StartsAt { get; init; }

    public required string EndsAt { get; init; }

    public required bool SilencesUrgent { get; init; }

    public QuietHours Rule => new(
        new DutyShift(DutyShift.Bits(Weekdays.Select(day => (short)day)), TimeOnly.Parse(StartsAt, CultureInfo.InvariantCulture), TimeOnly.Parse(EndsAt, CultureInfo.InvariantCulture)),
        SilencesUrgent);
}

/// <summary>Quiet hours as somebody wanted them, and why they are not.</summary>
public sealed record QuietHoursAnswer(QuietTimes? QuietHours, Core.Refusal? Refusal);
