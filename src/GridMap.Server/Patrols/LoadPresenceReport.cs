using System.Globalization;
using Dapper;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Platform.Access;
using GridMap.Platform.Api;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>Sums presence of a period by grid, by community or by hour of the week on the clock of the place.</summary>
public sealed class LoadPresenceReport(NpgsqlDataSource database, CurrentAreas areas, TimeProvider clock)
{
    private const int HoursInWeek = 168;
    private const int LevelsUpToCommunity = 1;

    private static readonly Refusal HoursMalformed = new(
        "HOURS_MALFORMED", "Send hours of the week from 0 (Monday 0 o'clock) to 167.", "一周中的小时须在 0（周一 0 时）至 167 之间。");

    /// <summary>The report of what the caller may see, or what is wrong with the question.</summary>
    public async Task<Result<PresenceReport>> RunAsync(PresenceQuestion question, Caller caller, CancellationToken cancellationToken)
    {
        var area = question.Within is null ? null : (Result<int>?)RequestValue.Id(question.Within);
        if ((FindRefusal(question) ?? area?.Refusal) is { } refusal)
        {
            return refusal;
        }

        var scope = await areas.ScopeAsync(caller, Permission.SeePatrols, area?.Value, cancellationToken);
        var byHour = question.By == PresenceGrouping.HourOfWeek;
        var columns = new
        {
            from = question.From.UtcDateTime,
            until = question.Until.UtcDateTime,
            grids = scope.Grids,
            hours = question.HoursOfWeek?.ToArray(),
            byHour,
        };
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = (await connection.QueryAsync<Row>(new CommandDefinition(
            Sql.Beside<LoadPresenceReport>(), columns, cancellationToken: cancellationToken))).AsList();
        var communities = question.By == PresenceGrouping.Community ? (await areas.LoadAsync(cancellationToken)).AncestorsOfGrids(LevelsUpToCommunity) : null;
        var groups = rows
            .Where(row => row.Key is not null)
            .GroupBy(row => communities is null ? row.Key!.Value : communities.GetValueOrDefault(row.Key!.Value, row.Key.Value))
            .OrderBy(group => group.Key)
            .Select(group => Sum(group.Key.ToString(CultureInfo.InvariantCulture), byHour ? null : group.Key, group, byHour));
        return new PresenceReport(clock.GetUtcNow(), Sum("", null, rows, byHour), [.. groups]);
    }

    private static Refusal? FindRefusal(PresenceQuestion question) =>
        question.Until <= question.From || question.Until - question.From > AreaPresence.LongestPeriod ? AreaPresence.Malformed
        : question.HoursOfWeek?.Any(hour => hour is < 0 or >= HoursInWeek) == true ? HoursMalformed
        : null;

    private static PresenceGroup Sum(string key, int? areaId, IEnumerable<Row> rows, bool byHour)
    {
        var (present, watched, due, visited) = rows.Aggregate(
            (0, 0, 0, 0), (sum, row) => (sum.Item1 + row.Present, sum.Item2 + row.Watched, sum.Item3 + row.Due, sum.Item4 + row.Visited));
        return new PresenceGroup(key, areaId, present, watched, byHour ? null : due, byHour ? null : visited);
    }

    private sealed record Row(int? Key, int Present, int Watched, int Due, int Visited);
}
