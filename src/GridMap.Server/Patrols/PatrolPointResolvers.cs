using GridMap.Core;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Schema;

namespace GridMap.Server.Patrols;

/// <summary>What hangs on a patrol point.</summary>
[ObjectType<PatrolPoint>]
public static class PatrolPointResolvers
{
    public static async Task<int> VisitsInPeriodAsync([Parent] PatrolPoint point, VisitsOfPoints visits, CancellationToken cancellationToken) =>
        (await visits.LoadAsync(point.Id, default, cancellationToken))?.VisitsInPeriod ?? 0;

    public static async Task<bool> IsDueAsync([Parent] PatrolPoint point, VisitsOfPoints visits, CancellationToken cancellationToken) =>
        (await visits.LoadAsync(point.Id, default, cancellationToken))?.IsDue ?? false;

    public static async Task<bool> IsMissedAsync([Parent] PatrolPoint point, VisitsOfPoints visits, CancellationToken cancellationToken) =>
        (await visits.LoadAsync(point.Id, default, cancellationToken))?.IsMissed ?? false;

    public static ValueTask<PointVisits?> VisitsAsync([Parent] PatrolPoint point, DateTimeOffset? at, VisitsOfPoints visits, CancellationToken cancellationToken) =>
        visits.LoadAsync(point.Id, new VisitsAt(at), cancellationToken);

    public static ValueTask<CheckIn?> LastCheckInAsync([Parent] PatrolPoint point, LastCheckIns last, CancellationToken cancellationToken) =>
        last.LoadAsync(point.Id, cancellationToken);

    public static ValueTask<CheckInPage?> CheckInsAsync(
        [Parent] PatrolPoint point,
        DateTimeOffset? from,
        DateTimeOffset? until,
        int? first,
        string? after,
        int? last,
        string? before,
        CheckInsOfPoints checkIns,
        CancellationToken cancellationToken)
    {
        if (from > until)
        {
            throw Period.Inverted.AsError();
        }

        var asked = new CheckInsAsked(new CheckInPeriod(from, until), PageRequest.Parse(first, after, last, before).OrError());
        return checkIns.LoadAsync(point.Id, asked, cancellationToken);
    }
}

/// <summary>What hangs on a check-in.</summary>
[ObjectType<CheckIn>]
public static class CheckInResolvers
{
    public static ValueTask<Patrol?> PatrolAsync([Parent] CheckIn checkIn, PatrolsById patrols, CancellationToken cancellationToken) =>
        patrols.LoadAsync(checkIn.PatrolId, cancellationToken);

    public static ValueTask<PatrolPoint?> PatrolPointAsync([Parent] CheckIn checkIn, PatrolPointsById points, CancellationToken cancellationToken) =>
        points.LoadAsync(checkIn.PatrolPointId, cancellationToken);
}

/// <summary>What is counted only when it is asked for.</summary>
[ObjectType<PatrolPointPage>("PatrolPointConnection")]
public static class PatrolPointConnectionResolvers
{
    public static Task<int> TotalCountAsync([Parent] PatrolPointPage page, CountPatrolPoints count, CancellationToken cancellationToken) =>
        count.RunAsync(page.Filter, cancellationToken);
}

/// <summary>What is counted only when it is asked for.</summary>
[ObjectType<CheckInPage>("CheckInConnection")]
public static class CheckInConnectionResolvers
{
    public static ValueTask<int> TotalCountAsync([Parent] CheckInPage page, CountCheckInsOfPoints count, CancellationToken cancellationToken) =>
        count.LoadAsync(page.PatrolPointId, page.Period, cancellationToken);
}
