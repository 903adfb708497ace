using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Areas;

/// <summary>Loads the instant that "as of a day" means: the day's end on the clock of the place, or now where the day has not ended.</summary>
public sealed class LoadDayEnd(NpgsqlDataSource database, TimeProvider clock)
{
    public async Task<DateTimeOffset> RunAsync(DateOnly? day, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (day is null)
        {
            return now;
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<DateTime>(new CommandDefinition(
            Sql.Beside<LoadDayEnd>(), new { day = day.Value.ToDateTime(default), now }, cancellationToken: cancellationToken));
    }
}
