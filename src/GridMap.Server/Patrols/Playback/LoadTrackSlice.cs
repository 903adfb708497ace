using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Geography;
using GridMap.Core.Patrols.Playback;
using GridMap.Core.Replay;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Patrols.Playback;

/// <summary>Loads the tracks of a slice of time, thinned and packed; nothing outside of the period that was asked for is in it.</summary>
public sealed class LoadTrackSlice(NpgsqlDataSource database) : IDisposable
{
    public const int MostFixes = 2_000_000;

    /// <summary>Slices that are made at a time: who plays back waits for the database, not the other way round.</summary>
    private const int AtOnce = 4;

    private static readonly Refusal TooManyFixes = new(
        "REPLAY_TOO_MANY_FIXES",
        $"Ten minutes have more than {MostFixes} fixes here: play back an area of it (within).",
        $"十分钟内定位点超过 {MostFixes} 个：请按区域（within）回放。");

    private readonly SemaphoreSlim _turns = new(AtOnce, AtOnce);

    /// <summary>The packed slice; empty bytes where nobody was heard of.</summary>
    /// <param name="scope">The grids whose patrols are in it.</param>
    public async Task<Result<ReadOnlyMemory<byte>>> RunAsync(TrackSlice slice, ReplayPeriod period, GridScope scope, CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken);
        try
        {
            await using var command = Command(slice, period, scope);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            return await PackAsync(reader, slice, cancellationToken);
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();

    private static async Task<Result<ReadOnlyMemory<byte>>> PackAsync(NpgsqlDataReader reader, TrackSlice slice, CancellationToken cancellationToken)
    {
        var packing = new TrackPacking(slice);
        var track = new List<TrackFix>();
        var patrolId = 0;
        for (var count = 1; await reader.ReadAsync(cancellationToken); count++)
        {
            if (count > MostFixes)
            {
                return TooManyFixes;
            }

            if (reader.GetInt32(0) != patrolId)
            {
                packing.Add(patrolId, track);
                track.Clear();
                patrolId = reader.GetInt32(0);
            }

            var at = new DateTimeOffset(reader.GetDateTime(1)).ToUnixTimeMilliseconds();
            track.Add(new TrackFix(at, GlobeSteps.Of(reader.GetDouble(2), reader.GetDouble(3))));
        }

        packing.Add(patrolId, track);
        return packing.Patrols == 0 ? ReadOnlyMemory<byte>.Empty : packing.Bytes;
    }

    private NpgsqlCommand Command(TrackSlice slice, ReplayPeriod period, GridScope scope)
    {
        var (from, until) = (period.From.ToUnixTimeMilliseconds(), period.Until.ToUnixTimeMilliseconds());
        var command = database.CreateCommand(Sql.Beside<LoadTrackSlice>());
        foreach (var time in new[] { slice.Start - TrackSlice.LeadMilliseconds, slice.Start, slice.End, slice.End + TrackSlice.GapMilliseconds })
        {
            command.Parameters.Add(Rows.Value(DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(time, from, until)).UtcDateTime));
        }

        command.Parameters.Add(Rows.Value(scope.Grids));
        command.Parameters.Add(Rows.Value(MostFixes + 1));
        return command;
    }
}
