using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Indicators;

/// <summary>Loads the indicators of a half-open period.</summary>
public sealed class LoadIndicators(NpgsqlDataSource database, TimeProvider clock)
{
    public async Task<Indicators> RunAsync(DateTimeOffset from, DateTimeOffset until, int[]? grids, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var period = new { from = from.ToUniversalTime(), until = until.ToUniversalTime(), now, grids };
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var incidents = await connection.QuerySingleAsync<Counts>(new CommandDefinition(
            Sql.Beside<LoadIndicators>("incidents"), period, cancellationToken: cancellationToken));
        var times = await connection.QuerySingleAsync<ResponseTimes>(new CommandDefinition(
            Sql.Beside<LoadIndicators>("response"), period, cancellationToken: cancellationToken));
        var points = await connection.QuerySingleAsync<Share>(new CommandDefinition(
            Sql.Beside<LoadIndicators>("points"), period, cancellationToken: cancellationToken));
        return new Indicators(
            now,
            new Share(incidents.Closed, incidents.Due),
            new Share(incidents.OnTime, incidents.Due),
            new Share(incidents.Reworked, incidents.Due),
            times,
            points);
    }

    private sealed record Counts(int Due, int Closed, int OnTime, int Reworked);
}
