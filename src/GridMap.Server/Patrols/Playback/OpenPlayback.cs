using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Patrols.Playback;
using GridMap.Core.Replay;
using GridMap.Platform.Access;
using GridMap.Platform.Api;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Patrols.Playback;

/// <summary>Begins to play back the tracks of many patrols. Its entry in the audit trail is the key to them, so that none are given without one.</summary>
public sealed class OpenPlayback(NpgsqlDataSource database, CurrentAreas areas, TimeProvider clock)
{
    private static readonly Refusal NotAllowed = new(
        "NOT_ALLOWED", "Your roles do not allow this here; ask who is responsible for the area.", "您的角色无权查看此处的轨迹；请联系该区域负责人。");

    private static readonly Refusal NoFixes = new(
        "NO_FIXES",
        "No position is stored of this period: choose another one. Positions are kept for 30 days, if not configured otherwise.",
        "该时段没有定位记录：请选择其他时段。定位记录默认保留 30 天。");

    public async Task<OpenPlaybackPayload> RunAsync(OpenPlaybackInput input, Caller caller, CancellationToken cancellationToken)
    {
        var parsed = await ParseAsync(input, caller, cancellationToken);
        if (parsed.Refusal is { } refusal)
        {
            return new OpenPlaybackPayload(null, [], refusal);
        }

        var period = parsed.Value;
        var at = clock.GetUtcNow();
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Record(period, caller, at));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Sql.Beside<OpenPlayback>("slices"))
        {
            Parameters = { Rows.Value(period.From.UtcDateTime), Rows.Value(period.Until.UtcDateTime), Rows.Value(TrackSlice.Seconds) },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var playback = new Playback { Id = reader.GetInt64(0), By = caller.Name, At = at, From = period.From, Until = period.Until, Within = period.Within };
        await reader.NextResultAsync(cancellationToken);
        var slices = new List<DateTimeOffset>();
        while (await reader.ReadAsync(cancellationToken))
        {
            slices.Add(reader.GetFieldValue<DateTimeOffset>(0));
        }

        return slices.Count == 0
            ? new OpenPlaybackPayload(null, PlaybackGap.Between(period, slices), NoFixes)
            : new OpenPlaybackPayload(playback, PlaybackGap.Between(period, slices), null);
    }

    private static NpgsqlBatchCommand Record(ReplayPeriod period, Caller caller, DateTimeOffset at) => new(Sql.Beside<OpenPlayback>())
    {
        Parameters =
        {
            Rows.Value(at.UtcDateTime),
            Rows.Value(caller.Name),
            Rows.Value(period.From.UtcDateTime),
            Rows.Value(period.Until.UtcDateTime),
            Rows.Value(period.Within),
        },
    };

    private async Task<Result<ReplayPeriod>> ParseAsync(OpenPlaybackInput input, Caller caller, CancellationToken cancellationToken)
    {
        var area = RequestValue.IdIfGiven(input.Within);
        if (area.Refusal is { } malformed)
        {
            return malformed;
        }

        var scope = await areas.ScopeAsync(caller, Permission.SeeTracks, area.Value, cancellationToken);
        return scope.IsNowhere ? NotAllowed : ReplayPeriod.Parse(input.From, input.Until, area.Value, clock.GetUtcNow());
    }
}
