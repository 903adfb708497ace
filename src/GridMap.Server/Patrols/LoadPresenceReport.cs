using System.Globalization;
using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>Sums presence of a period by grid or by hour of the week on the clock of the place.</summary>
public sealed class LoadPresenceReport(NpgsqlDataSource database, TimeProvider clock)
{
    /// <param name="grids">Null for all.</param>
    /// <param name="hours">Hours of the week, 0 to 167 from Monday 0 o'clock; null for all.</param>
    public async Task<PresenceReport> RunAsync(
        DateTimeOffset from, DateTimeOffset until, int[]? grids, int[]? hours, PresenceGrouping by, CancellationToken cancellationToken)
    {
        var columns = new { from = from.UtcDateTime, until = until.UtcDateTime, grids, hours, byHour = by == PresenceGrouping.HourOfWeek };
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = (await connection.QueryAsync<(int Key, int Present, int Watched)>(new CommandDefinition(
            Sql.Beside<LoadPresenceReport>(), columns, cancellationToken: cancellationToken))).AsList();
        return new PresenceReport(
            clock.GetUtcNow(),
            new PresenceGroup("", found.Sum(row => row.Present), found.Sum(row => row.Watched)),
            [.. found.Select(row => new PresenceGroup(row.Key.ToString(CultureInfo.InvariantCulture), row.Present, row.Watched))]);
    }
}
