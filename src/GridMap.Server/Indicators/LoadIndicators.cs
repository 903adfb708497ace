using Dapper;
using GridMap.Core.Indicators;
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
        var handling = await connection.QuerySingleAsync<Share>(new CommandDefinition(
            Sql.Beside<LoadIndicators>("handling"), period, cancellationToken: cancellationToken));
        var times = await connection.QuerySingleAsync<ResponseTimes>(new CommandDefinition(
            Sql.Beside<LoadIndicators>("response"), period, cancellationToken: cancellationToken));
        var points = await connection.QuerySingleAsync<Share>(new CommandDefinition(
            Sql.Beside<LoadIndicators>("points"), period, cancellationToken: cancellationToken));
        var presence = await connection.QuerySingleAsync<Share>(new CommandDefinition(
            Sql.Beside<LoadIndicators>("presence"), period, cancellationToken: cancellationToken));
        var weights = await connection.QueryAsync<(string Indicator, double Weight)>(new CommandDefinition(
            Sql.Beside<LoadIndicators>("weights"), cancellationToken: cancellationToken));
        var found = new Indicators(
            now,
            new Share(incidents.Closed, incidents.Due),
            new Share(incidents.OnTime, incidents.Due),
            handling,
            new Share(incidents.Reworked, incidents.Due),
            times,
            points,
            presence,
            null);
        return found with { Composite = CompositeOf(found, weights.ToDictionary(row => row.Indicator, row => row.Weight)) };
    }

    private static Composite? CompositeOf(Indicators found, IReadOnlyDictionary<string, double> weights)
    {
        (string Name, double? Value)[] values =
        [
            ("closure", found.Closure.Value),
            ("on_time_closure", found.OnTimeClosure.Value),
            ("on_time_handling", found.OnTimeHandling.Value),
            // The less of it the better.
            ("rework", 1 - found.Rework.Value),
            ("patrol_point_rate", found.PatrolPointRate.Value),
            ("patrol_presence", found.PatrolPresence.Value),
        ];
        return CompositeGrade.ScoreOf([.. values.Select(share => new WeightedShare(share.Value, weights.GetValueOrDefault(share.Name)))]) is { } score
            ? new Composite(score, CompositeGrade.GradeOf(score))
            : null;
    }

    private sealed record Counts(int Due, int Closed, int OnTime, int Reworked);
}
