using System.Diagnostics;
using System.Threading.Channels;
using GridMap.Core.Patrols;
using GridMap.Platform.Database;
using GridMap.Platform.Live;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>A batch of fixes did not reach the database, or nobody knows whether it did: their devices send them again.</summary>
public sealed class FixesNotStoredException(Exception fault) : Exception("The fixes were not stored.", fault);

/// <summary>
/// The one writer of fixes: takes what waits, judges it in sequence, copies it in one commit, then answers and shows it.
/// Being one, it knows the last fix of every patrol that is really stored, so no answer is ever given on a promise.
/// </summary>
public sealed partial class WriteFixes(
    NpgsqlDataSource database, KeepRoster roster, LoadRecentFixes loadRecent, LatestFixes latest, PositionBoard board, PatrolOptions options, PatrolMeters meters, TimeProvider clock, ILogger<WriteFixes> logger)
    : BackgroundService
{
    // Bounded by the number of fixes, which is counted here, and not by that of requests.
    private readonly Channel<Waiting> _queue = Channel.CreateUnbounded<Waiting>(new UnboundedChannelOptions { SingleReader = true });

    // The driver takes only a command that begins with COPY, so the comment in front goes.
    private readonly string _copy = Sql.Beside<WriteFixes>().Split('\n', 2)[1];

    private readonly Dictionary<int, Fix> _last = [];

    private readonly FixRows _rows = new();

    // After a fault nobody knows what was committed: the database is asked before the next batch is judged.
    private bool _mustRecall = true;

    private int _waiting;

    /// <summary>
    /// Null when there is no room for all of them. The task ends after the commit: for each fix with the filter that stopped it, or with nothing when it
    /// is stored; with <see cref="FixesNotStoredException"/> when none is known to be.
    /// </summary>
    public Task<FixFilter?[]>? TryEnqueue(IReadOnlyList<IncomingFix> fixes)
    {
        if (Interlocked.Add(ref _waiting, fixes.Count) > options.QueueLength)
        {
            Interlocked.Add(ref _waiting, -fixes.Count);
            return null;
        }

        var waiting = new Waiting(fixes, new TaskCompletionSource<FixFilter?[]>(TaskCreationOptions.RunContinuationsAsynchronously));
        return _queue.Writer.TryWrite(waiting) ? waiting.Answer.Task : null;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await RecallAsync(stoppingToken);
        while (await _queue.Reader.WaitToReadAsync(stoppingToken))
        {
            if (Volatile.Read(ref _waiting) < options.LargestBatch)
            {
                await Task.Delay(options.Linger, stoppingToken);
            }

            await WriteAsync(TakeBatch(), stoppingToken);
        }
    }

    /// <summary>What is stored is shown again after a restart, before anything new comes in.</summary>
    private async Task RecallAsync(CancellationToken cancellationToken)
    {
        while (_mustRecall)
        {
            try
            {
                await ReadLastAsync(cancellationToken);
            }
            catch (NpgsqlException fault)
            {
                LogFailed(0, fault);
                await Task.Delay(options.RetryPause, cancellationToken);
            }
        }
    }

    private async Task ReadLastAsync(CancellationToken cancellationToken)
    {
        foreach (var (patrolId, gridId, fix) in await loadRecent.RunAsync(clock.GetUtcNow() - options.RecallWindow, cancellationToken))
        {
            Publish(patrolId, gridId, fix);
        }

        _mustRecall = false;
    }

    private List<Waiting> TakeBatch()
    {
        var (batch, fixes) = (new List<Waiting>(), 0);
        while (fixes < options.LargestBatch && _queue.Reader.TryRead(out var waiting))
        {
            batch.Add(waiting);
            fixes += waiting.Fixes.Count;
        }

        Interlocked.Add(ref _waiting, -fixes);
        return batch;
    }

    private async Task WriteAsync(List<Waiting> batch, CancellationToken cancellationToken)
    {
        try
        {
            if (_mustRecall)
            {
                await ReadLastAsync(cancellationToken);
            }

            var kept = new List<IncomingFix>();
            var verdicts = Judge(batch, kept);
            await CopyAsync(kept, cancellationToken);
            kept.ForEach(incoming => Publish(incoming.Patrol.PatrolId, incoming.Patrol.GridId, incoming.Fix));
            foreach (var (waiting, filters) in batch.Zip(verdicts))
            {
                waiting.Answer.TrySetResult(filters);
            }
        }
        catch (Exception fault)
        {
            _mustRecall = true;
            LogFailed(batch.Sum(waiting => waiting.Fixes.Count), fault);
            batch.ForEach(waiting => waiting.Answer.TrySetException(new FixesNotStoredException(fault)));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Judges a batch in its order; a fix is compared with the one before it in the batch as well.</summary>
    /// <param name="kept">Takes those that no rule stops.</param>
    private List<FixFilter?[]> Judge(List<Waiting> batch, List<IncomingFix> kept)
    {
        // Nothing came this far without a roster.
        var (current, ahead) = (roster.Current!, new Dictionary<int, Fix>());
        var verdicts = new List<FixFilter?[]>(batch.Count);
        foreach (var waiting in batch)
        {
            var filters = new FixFilter?[waiting.Fixes.Count];
            for (var index = 0; index < filters.Length; index++)
            {
                var incoming = waiting.Fixes[index];
                var patrolId = incoming.Patrol.PatrolId;
                Fix? last = ahead.TryGetValue(patrolId, out var before) || _last.TryGetValue(patrolId, out before) ? before : null;
                filters[index] = FixSteps.JudgeSequence(incoming with { Last = last }, current, options.Limits).Filter;
                if (filters[index] is null)
                {
                    ahead[patrolId] = incoming.Fix;
                    kept.Add(incoming);
                }
            }

            verdicts.Add(filters);
        }

        return verdicts;
    }

    private async Task CopyAsync(List<IncomingFix> fixes, CancellationToken cancellationToken)
    {
        if (fixes.Count == 0)
        {
            return;
        }

        var startedAt = Stopwatch.GetTimestamp();
        _rows.Write(fixes);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await SendAsync(connection, cancellationToken);
        meters.Kept(fixes.Count, Stopwatch.GetElapsedTime(startedAt));
    }

    private async Task SendAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginRawBinaryCopyAsync(_copy, cancellationToken);
        try
        {
            await copy.WriteAsync(_rows.Bytes, cancellationToken);
        }
        catch
        {
            // Otherwise the end of the stream would commit what has come so far.
            await copy.CancelAsync();
            throw;
        }
    }

    /// <summary>A fix that comes late, from a phone that was offline, belongs to the track but not on the map.</summary>
    private void Publish(int patrolId, int? gridId, in Fix fix)
    {
        _last[patrolId] = fix;
        latest.Keep(patrolId, fix);
        if (clock.GetUtcNow() - fix.At < options.SilentAfter)
        {
            board.Place((uint)patrolId, new MovingPosition(
                fix.Position.Longitude, fix.Position.Latitude, fix.At, fix.BearingDegrees ?? 0, fix.SpeedMps ?? 0, gridId));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} fixes were not stored.")]
    private partial void LogFailed(int count, Exception fault);

    private readonly record struct Waiting(IReadOnlyList<IncomingFix> Fixes, TaskCompletionSource<FixFilter?[]> Answer);
}
