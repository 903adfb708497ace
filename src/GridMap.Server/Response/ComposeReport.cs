using System.Globalization;
using GridMap.Core.Response;

namespace GridMap.Server.Response;

/// <summary>Puts times and shares of the same groups together.</summary>
internal static class ComposeReport
{
    public static ResponseReport Run(
        IncidentCube cube, IncidentSelection selection, Segment segment, ResponseGrouping by, IReadOnlyDictionary<int, int>? parents, DateTimeOffset asOf)
    {
        var grouping = by switch
        {
            ResponseGrouping.Class => IncidentGrouping.Class,
            ResponseGrouping.HourOfWeek => IncidentGrouping.HourOfWeek,
            ResponseGrouping.Source => IncidentGrouping.Source,
            _ => IncidentGrouping.Grid,
        };
        var all = Lines(cube.Times(selection, segment, IncidentGrouping.All), cube.OnTimeShares(selection, IncidentGrouping.All), _ => "");
        var groups = Lines(cube.Times(selection, segment, grouping, parents), cube.OnTimeShares(selection, grouping, parents), group => NameOf(by, group));
        return new ResponseReport(asOf, all.SingleOrDefault(new ResponseGroup("", 0, 0, null, null, null, null, 0, 0, 0)), groups);
    }

    private static string NameOf(ResponseGrouping by, int group) => by switch
    {
        ResponseGrouping.Class => group.ToString("00000", CultureInfo.InvariantCulture),
        ResponseGrouping.Source => ((ResponseSource)group).ToString().ToUpperInvariant(),
        _ => group.ToString(CultureInfo.InvariantCulture),
    };

    private static List<ResponseGroup> Lines(IReadOnlyList<SegmentTimes> times, IReadOnlyList<OnTime> onTime, Func<int, string> name)
    {
        var timesOf = times.ToDictionary(line => line.Group);
        var onTimeOf = onTime.ToDictionary(line => line.Group);
        return [.. timesOf.Keys.Union(onTimeOf.Keys).Order().Select(group =>
        {
            var took = timesOf.GetValueOrDefault(group) ?? new SegmentTimes(group, 0, 0, null);
            var kept = onTimeOf.GetValueOrDefault(group) ?? new OnTime(group, 0, 0, 0);
            return new ResponseGroup(
                name(group), took.Incidents, took.Count, took.Percentiles?.P50, took.Percentiles?.P80, took.Percentiles?.P90, took.Percentiles?.P95,
                kept.Due, kept.Closed, kept.ClosedOnTime);
        })];
    }
}
