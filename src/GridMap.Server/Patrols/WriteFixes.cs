using System.Data;
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
/// The one writer of fixes: judges what waits in sequence, copies it in one commit, then answers and shows it. While a batch is on its way into the database
/// the next one is judged and made ready, and the one before it answered, so that the database always has something to do.
/// </summary>
public sealed partial class WriteFixes(
    NpgsqlDataSource database, KeepRoster roster, LoadRecentFixes loadRecent, LatestFixes latest, PositionBoard board, PatrolOptions options, PatrolMeters meters, TimeProvider clock, ILogger<WriteFixes> logger)
    : BackgroundService
{
    // Bounded by the number of fixes, which is counted here, and not by that of requests.
    private readonly Channel<WaitingFixes> _queue = Channel.CreateUnbounded<WaitingFixes>(new UnboundedChannelOptions { SingleReader = true });

    // The driver takes only a command that begins with COPY, so the comment in front goes.
    private readonly string _copy = Sql.Beside<WriteFixes>().Split('\n', 2)[1];

    // Of the batch on its way too: who is judged by it is answered after it.
    private readonly Dictionary<int, Fix> _last = [];

    // After a fault nobody knows what was committed: the database is asked before anything more is judged.
    private bool _mustRecall = true;

    // One for all copies: what a backend of the database has at hand it need not look up again. Null after a fault.
    private NpgsqlConnection? _connection;

    private Task<bool> _arrival = Task.FromResult(true);

    private int _waiting;

    /// <summary>
    /// Null when there is no room for all of them. The task ends after the commit: for each fix with the filter that stopped it, or with nothing when it
    /// is stored; with <see cref="FixesNotStoredException"/> when none is known to be.
    /// </summary>
    public Task<FixFilter?[]>? TryEnqueue(ReadOnlyMemory<IncomingFix> fixes)
    {
        if (Interlocked.Add(ref _waiting, fixes.Length) > options.QueueLength)
        {
            Interlocked.Add(ref _waiting, -fixes.Length);
            return null;
        }

        var waiting = new WaitingFixes(fixes);
        return _queue.Writer.TryWrite(waiting) ? waiting.Answer.Task : null;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await RecallAsync(stoppingToken);
        // The rows of one batch are sent while those of the next are written.
        var (rows, sent) = (new FixRows(), new FixRows());
        var (copied, told, pace) = (Task.FromResult<Exception?>(null), Task.CompletedTask, Task.CompletedTask);
        try
        {
            while (await ArrivalAsync(stoppingToken))
            {
                var batch = new FixBatch(rows);
                if (await PrepareAsync(batch, copied, Task.WhenAll(copied, pace), told, stoppingToken))
                {
                    pace = Task.Delay(options.CommitEvery, stoppingToken);
                    copied = CopyAsync(batch, stoppingToken);
                    told = TellAsync(batch, copied, told);
                    (rows, sent) = (sent, rows);
                }
            }
        }
        finally
        {
            await told;
            await CloseAsync();
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
        var now = clock.GetUtcNow();
        var stored = await loadRecent.RunAsync(now - options.RecallWindow, cancellationToken);
        _last.Clear();
        foreach (var (patrolId, gridId, fix) in stored)
        {
            _last[patrolId] = fix;
            Publish(patrolId, gridId, fix, now);
        }

        _mustRecall = false;
    }

    /// <summary>Fills a batch until its turn has come, and judges it once more if the one before it failed. False when it had to be given up.</summary>
    private async Task<bool> PrepareAsync(FixBatch batch, Task<Exception?> copied, Task turn, Task told, CancellationToken cancellationToken)
    {
        try
        {
            await FillAsync(batch, turn, cancellationToken);
            _mustRecall |= await copied is not null;
            if (_mustRecall)
            {
                await told;
                await ReadLastAsync(cancellationToken);
                batch.JudgeAnew(Judge);
            }

            return true;
        }
        catch (Exception fault)
        {
            _mustRecall = true;
            LogFailed(batch.Count, fault);
            batch.Fail(fault);
            cancellationToken.ThrowIfCancellationRequested();
            return false;
        }
    }

    /// <summary>Judges what comes until the batch is full, or until its turn.</summary>
    private async Task FillAsync(FixBatch batch, Task turn, CancellationToken cancellationToken)
    {
        while (true)
        {
            while (batch.Count < options.LargestBatch && _queue.Reader.TryRead(out var waiting))
            {
                Interlocked.Add(ref _waiting, -waiting.Fixes.Length);
                batch.Add(waiting, Judge);
            }

            if (batch.Count >= options.LargestBatch || turn.IsCompleted)
            {
                return;
            }

            await Task.WhenAny(turn, ArrivalAsync(cancellationToken));
        }
    }

    /// <summary>When something waits. The queue allows one wait at a time, so one that something else has cut short goes on.</summary>
    private Task<bool> ArrivalAsync(CancellationToken cancellationToken) =>
        _arrival.IsCompleted ? _arrival = _queue.Reader.WaitToReadAsync(cancellationToken).AsTask() : _arrival;

    /// <summary>The filter that stops a fix, compared with the one before it, which may be of the same batch.</summary>
    private FixFilter? Judge(in IncomingFix incoming)
    {
        var patrolId = incoming.Patrol.PatrolId;
        Fix? last = _last.TryGetValue(patrolId, out var before) ? before : null;
        // Nothing came this far without a roster.
        var filter = FixSteps.JudgeSequence(incoming, last, roster.Current!, options.Limits).Filter;
        if (filter is null)
        {
            _last[patrolId] = incoming.Fix;
        }

        return filter;
    }

    /// <summary>What kept the batch from being stored, if anything did.</summary>
    private async Task<Exception?> CopyAsync(FixBatch batch, CancellationToken cancellationToken)
    {
        var rows = batch.EndRows();
        if (rows.Count == 0)
        {
            return null;
        }

        try
        {
            var startedAt = Stopwatch.GetTimestamp();
            await SendAsync(rows.Bytes, cancellationToken);
            meters.Kept(rows.Count, Stopwatch.GetElapsedTime(startedAt));
            return null;
        }
        catch (Exception fault)
        {
            LogFailed(batch.Count, fault);
            await CloseAsync();
            return fault;
        }
    }

    private async Task<NpgsqlRawCopyStream> BeginAsync(CancellationToken cancellationToken)
    {
        if (_connection is { } kept)
        {
            try
            {
                return await kept.BeginRawBinaryCopyAsync(_copy, cancellationToken);
            }
            catch (NpgsqlException) when (kept.State != ConnectionState.Open)
            {
                // It broke while nothing was under way, so nothing is lost with it.
                await CloseAsync();
            }
        }

        _connection = await database.OpenConnectionAsync(cancellationToken);
        return await _connection.BeginRawBinaryCopyAsync(_copy, cancellationToken);
    }

    private async ValueTask CloseAsync()
    {
        if (_connection is { } open)
        {
            _connection = null;
            await open.DisposeAsync();
        }
    }

    private async Task SendAsync(ReadOnlyMemory<byte> rows, CancellationToken cancellationToken)
    {
        await using var copy = await BeginAsync(cancellationToken);
        try
        {
            await copy.WriteAsync(rows, cancellationToken);
        }
        catch
        {
            // Otherwise the end of the stream would commit what has come so far.
            await copy.CancelAsync();
            throw;
        }
    }

    /// <summary>Shows and answers a batch that is stored, after the one before it.</summary>
    private async Task TellAsync(FixBatch batch, Task<Exception?> copied, Task before)
    {
        await before;
        // Not in the way of the next copy, which begins at the same moment.
        if (await copied.ConfigureAwait(ConfigureAwaitOptions.ForceYielding) is { } fault)
        {
            batch.Fail(fault);
        }
        else
        {
            Publish(batch);
            batch.Succeed();
        }
    }

    private void Publish(FixBatch batch)
    {
        var now = clock.GetUtcNow();
        batch.ForEachKept((in incoming) => Publish(incoming.Patrol.PatrolId, incoming.Patrol.GridId, incoming.Fix, now));
    }

    /// <summary>A fix that comes late, from a phone that was offline, belongs to the track but not on the map.</summary>
    private void Publish(int patrolId, int? gridId, in Fix fix, DateTimeOffset now)
    {
        latest.Keep(patrolId, fix);
        if (now - fix.At < options.SilentAfter)
        {
            board.Place((uint)patrolId, new MovingPosition(
                fix.Position.Longitude, fix.Position.Latitude, fix.At, fix.BearingDegrees ?? 0, fix.SpeedMps ?? 0, gridId));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} fixes were not stored.")]
    private partial void LogFailed(int count, Exception fault);
}
