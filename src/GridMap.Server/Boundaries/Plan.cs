using System.Globalization;
using GridMap.Core.Access;
using GridMap.Core.Geography;

namespace GridMap.Server.Boundaries;

/// <summary>Where a plan stands in its life.</summary>
public enum PlanStatus
{
    Draft,
    Submitted,
    Approved,
    Rejected,
    Published,
    Withdrawn,
}

/// <summary>What was said or decided about a plan.</summary>
public enum PlanVerdict
{
    Submitted,
    Comment,
    Approved,
    Rejected,
    Withdrawn,
    Scheduled,
    Published,
}

/// <summary>What a grid manager wants to become of the division (编制方案).</summary>
public sealed record Plan
{
    public required int Id { get; init; }

    public required string Name { get; init; }

    public string? Note { get; init; }

    public required PlanStatus Status { get; init; }

    /// <summary>Whatever it changes lies in this area.</summary>
    public required int AreaId { get; init; }

    public required string AuthorKey { get; init; }

    public required string Author { get; init; }

    public required int BaseRevision { get; init; }

    public required int Applied { get; init; }

    public required int OperationCount { get; init; }

    public required int Version { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    public DateTimeOffset? SubmittedAt { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    public DateTimeOffset? EffectiveAt { get; init; }

    public string? FailureCode { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public int? RevertsId { get; init; }

    public int? Revision { get; init; }

    /// <summary>What tells callers apart in plans.</summary>
    public static string KeyOf(Caller caller) => string.Create(CultureInfo.InvariantCulture, $"{caller.Kind}:{caller.Id}");
}

/// <summary>What was said or decided about a plan, by whom and at which version.</summary>
public sealed record PlanReview
{
    public required int PlanId { get; init; }

    public required PlanVerdict Verdict { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Reviewer { get; init; }

    public string? Comment { get; init; }

    public Position? Position { get; init; }

    public required int PlanVersion { get; init; }
}

/// <summary>Somebody who is in a plan, and where.</summary>
public sealed record PlanEditor
{
    public required int PlanId { get; init; }

    public required string EditorKey { get; init; }

    public required string Name { get; init; }

    public Position? Position { get; init; }

    public required DateTimeOffset SeenAt { get; init; }
}

/// <summary>A state of the division that was put in force by a plan.</summary>
public sealed record LandRevision
{
    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required int PlanId { get; init; }
}
