using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Geography;
using GridMap.Core.Patrols;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>Plays back the track of a patrol; each playback is an entry in the audit trail.</summary>
public sealed class PlayTrack(NpgsqlDataSource database, CurrentAreas areas, TimeProvider clock)
{
    public const int MostFixes = 20_000;

    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    private static readonly Refusal NotAllowed = new(
        "NOT_ALLOWED", "Your roles do not allow this here; ask who is responsible for the area.", "您的角色无权查看此处的轨迹；请联系该区域负责人。");

    private static readonly Refusal TooLong = new("TRACK_TOO_LONG", "Ask for at most 24 hours at a time.", "一次最多查询 24 小时的轨迹。");

    private static readonly Refusal TooManyFixes = new(
        "TRACK_TOO_MANY_FIXES", $"The period has more than {MostFixes} fixes: ask for a shorter one.", $"该时段定位点超过 {MostFixes} 个：请缩短时段。");

    /// <summary>The fixes from one time on and before another, in order of time.</summary>
    public async Task<Result<Track>> RunAsync(Patrol patrol, DateTimeOffset from, DateTimeOffset until, Caller caller, CancellationToken cancellationToken)
    {
        if (from >= until)
        {
            return Period.Inverted;
        }

        if (until - from > Longest)
        {
            return TooLong;
        }

        if (!await areas.AllowsAsync(caller, Permission.SeeTracks, patrol.GridId, cancellationToken))
        {
            return NotAllowed;
        }

        var fixes = await LoadAsync(patrol.Id, from, until, caller, cancellationToken);
        return fixes.Count > MostFixes ? TooManyFixes : new Track(from, until, fixes);
    }

    private async Task<List<Fix>> LoadAsync(int patrolId, DateTimeOffset from, DateTimeOffset until, Caller caller, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Beside<PlayTrack>());
        command.Parameters.AddWithValue("now", clock.GetUtcNow().UtcDateTime);
        command.Parameters.AddWithValue("actor", caller.Name);
        command.Parameters.Add(new NpgsqlParameter<string?>("address", null));
        command.Parameters.AddWithValue("patrol", patrolId);
        command.Parameters.AddWithValue("from", from.UtcDateTime);
        command.Parameters.AddWithValue("until", until.UtcDateTime);
        command.Parameters.AddWithValue("limit", MostFixes + 1);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var fixes = new List<Fix>();
        while (await reader.ReadAsync(cancellationToken))
        {
            fixes.Add(Read(reader));
        }

        return fixes;
    }

    private static Fix Read(NpgsqlDataReader reader) => new(
        new Position(reader.GetDouble(1), reader.GetDouble(2)),
        reader.GetFieldValue<DateTimeOffset>(0),
        Real(reader, 3),
        Real(reader, 4),
        Real(reader, 5),
        Real(reader, 6));

    private static double? Real(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFloat(column);
}
