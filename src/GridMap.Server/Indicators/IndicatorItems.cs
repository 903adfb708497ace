using Dapper;
using GridMap.Platform.Database;
using GridMap.Platform.Schema;
using Npgsql;

namespace GridMap.Server.Indicators;

/// <summary>The indicators that a list stands behind.</summary>
public enum IndicatorKind
{
    Closure,
    OnTimeClosure,
    OnTimeHandling,
    Rework,
    ResponseTimes,
    PatrolPointRate,
    PatrolPresence,
}

/// <summary>One thing that an indicator counts, and what it adds to both its numbers.</summary>
public sealed record IndicatorItem
{
    /// <summary>Tells it from all others of the list.</summary>
    public required string Key { get; init; }

    public required DateTimeOffset At { get; init; }

    public required int Numerator { get; init; }

    public required int Denominator { get; init; }

    public Guid? IncidentId { get; init; }

    public int? PatrolPointId { get; init; }

    public int? GridId { get; init; }

    public int? Seconds { get; init; }
}

/// <summary>What is asked for: an indicator of a half-open period, of some grids or of all.</summary>
public sealed record IndicatorAsked(IndicatorKind Indicator, DateTimeOffset From, DateTimeOffset Until, int[]? Grids, bool? IsCounted);

/// <summary>Finds the things behind a number, in order of time, a page at a time: their numerators and denominators add up to it.</summary>
public sealed class IndicatorItems(NpgsqlDataSource database, TimeProvider clock)
{
    public async Task<Page<IndicatorItem>> RunAsync(IndicatorAsked asked, PageRequest page, CancellationToken cancellationToken)
    {
        var columns = new
        {
            from = asked.From.UtcDateTime,
            until = asked.Until.UtcDateTime,
            now = clock.GetUtcNow().UtcDateTime,
            grids = asked.Grids,
            indicator = asked.Indicator.ToString(),
            counted = asked.IsCounted,
            cursor_at = page.Cursor?.At?.UtcDateTime,
            cursor_key = page.Cursor?.Key,
            limit = page.Size + 1,
        };
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<IndicatorItem>(new CommandDefinition(PageOf(asked.Indicator), columns, cancellationToken: cancellationToken));
        return Page.From(found.AsList(), page, item => new PageCursor(item.Key, item.At));
    }

    private static string PageOf(IndicatorKind indicator) => $"""
        WITH item AS (
        {Sql.Beside<IndicatorItems>(ListOf(indicator))}
        )
        {Sql.Beside<IndicatorItems>("page")}
        """;

    private static string ListOf(IndicatorKind indicator) => indicator switch
    {
        IndicatorKind.Closure or IndicatorKind.OnTimeClosure or IndicatorKind.Rework => "incidents",
        IndicatorKind.OnTimeHandling => "handling",
        IndicatorKind.ResponseTimes => "response",
        IndicatorKind.PatrolPointRate => "points",
        IndicatorKind.PatrolPresence => "presence",
        _ => throw new ArgumentOutOfRangeException(nameof(indicator), indicator, null),
    };
}
