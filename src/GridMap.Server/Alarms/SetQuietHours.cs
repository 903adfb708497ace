using System.Globalization;
using Dapper;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Alarms;

/// <summary>Quiet hours as a request says them.</summary>
public sealed record QuietHoursInput(IReadOnlyList<int> Weekdays, string StartsAt, string EndsAt, bool SilencesUrgent);

/// <summary>Sets the caller's quiet hours, or takes them away.</summary>
public sealed class SetQuietHours(NpgsqlDataSource database)
{
    private static readonly Refusal Malformed = new(
        "QUIET_HOURS_MALFORMED",
        "Send weekdays from 1 (Monday) to 7, at least one, and times such as 22:00.",
        "weekdays 须为 1（周一）至 7，至少一天；时间格式如 22:00。");

    public async Task<QuietHoursAnswer> RunAsync(QuietHoursInput? input, Caller caller, CancellationToken cancellationToken)
    {
        if ((AlarmRefusals.FindListenerRefusal(caller) ?? FindRefusal(input)) is { } refusal)
        {
            return new QuietHoursAnswer(null, refusal);
        }

        var columns = new
        {
            account = caller.Id,
            weekdays = input?.Weekdays.Distinct().Order().Select(day => (short)day).ToArray(),
            starts = input?.StartsAt,
            ends = input?.EndsAt,
            urgent = input?.SilencesUrgent,
        };
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            Sql.Beside<SetQuietHours>(input is null ? "remove" : ""), columns, cancellationToken: cancellationToken));
        return new QuietHoursAnswer(
            await connection.QuerySingleOrDefaultAsync<QuietTimes>(new CommandDefinition(
                Sql.Beside<FindQuietHours>(), columns, cancellationToken: cancellationToken)),
            null);
    }

    private static Refusal? FindRefusal(QuietHoursInput? input) =>
        input is null || (input.Weekdays.Count is > 0 and <= 7 && input.Weekdays.All(day => day is >= 1 and <= 7) && IsTime(input.StartsAt) && IsTime(input.EndsAt))
            ? null
            : Malformed;

    private static bool IsTime(string text) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
