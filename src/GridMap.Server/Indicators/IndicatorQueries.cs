using GridMap.Core;
using GridMap.Core.Access;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Access;
using GridMap.Platform.Api;
using GridMap.Platform.Schema;

namespace GridMap.Server.Indicators;

/// <summary>Where queries begin for indicators.</summary>
[QueryType]
public static class IndicatorQueries
{
    private static readonly TimeSpan LongestPeriod = TimeSpan.FromDays(366);

    private static readonly Refusal PeriodTooLong = new("PERIOD_TOO_LONG", "Ask for at most 366 days.", "统计时段最长 366 天。");

    public static async Task<Indicators> IndicatorsAsync(
        DateTimeOffset from, DateTimeOffset until, string? within, Caller caller, CurrentAreas areas, LoadIndicators load, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeIncidents);
        return await load.RunAsync(from, until, await GridsAsync(from, until, within, caller, areas, cancellationToken), cancellationToken);
    }

    public static async Task<Page<IndicatorItem>> IndicatorItemsAsync(
        IndicatorKind indicator,
        DateTimeOffset from,
        DateTimeOffset until,
        string? within,
        bool? isCounted,
        int? first,
        string? after,
        Caller caller,
        CurrentAreas areas,
        IndicatorItems items,
        CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeIncidents);
        var page = PageRequest.Parse(first, after, null, null).OrError();
        var grids = await GridsAsync(from, until, within, caller, areas, cancellationToken);
        return await items.RunAsync(new IndicatorAsked(indicator, from, until, grids, isCounted), page, cancellationToken);
    }

    private static async Task<int[]?> GridsAsync(
        DateTimeOffset from, DateTimeOffset until, string? within, Caller caller, CurrentAreas areas, CancellationToken cancellationToken)
    {
        if (until <= from)
        {
            throw Period.Inverted.AsError();
        }

        if (until - from > LongestPeriod)
        {
            throw PeriodTooLong.AsError();
        }

        var area = RequestValue.IdIfGiven(within).OrError();
        return (await areas.ScopeAsync(caller, Permission.SeeIncidents, area, cancellationToken)).Grids;
    }
}

/// <summary>A part of the list behind a number, as the schema names it.</summary>
[ObjectType<Page<IndicatorItem>>("IndicatorItemConnection")]
public static class IndicatorItemConnectionResolvers;
