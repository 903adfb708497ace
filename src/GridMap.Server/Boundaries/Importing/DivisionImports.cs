using System.Collections.Concurrent;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Boundaries.Importing;

namespace GridMap.Server.Boundaries.Importing;

/// <summary>The imports under way and done, in memory: at most so many, each for a while; each is its owner's alone.</summary>
public sealed partial class DivisionImports(CheckDivision check, TimeProvider clock, ILogger<DivisionImports> logger) : IDisposable
{
    private const int MostHeld = 12;
    private const int MostPerOwner = 3;
    private const int AtOnce = 2;
    private static readonly TimeSpan KeepFor = TimeSpan.FromHours(2);

    private readonly ConcurrentDictionary<string, DivisionImportJob> _jobs = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turns = new(AtOnce);
    private volatile bool _isStopping;

    public static Refusal Gone { get; } = new(
        "IMPORT_GONE", "There is no such import of yours any more: send the file again.", "没有您的此次导入，或已过期：请重新上传文件。");

    public static Refusal Busy { get; } = new(
        "IMPORT_BUSY", "Too many imports are under way: wait for one to end, or cancel it.", "正在进行的导入过多：请等待其完成，或先取消。");

    public static Refusal NotReady { get; } = new(
        "IMPORT_NOT_READY", "The file has not been checked to the end: wait, or check it again.", "文件尚未检查完毕：请等待，或重新检查。");

    /// <summary>Takes a file and begins to check it.</summary>
    public Result<DivisionImportJob> Start(DivisionFile file, ImportRequest request, Caller owner)
    {
        LetGo();
        var running = _jobs.Values.Where(job => job.State == DivisionImportState.Running).ToList();
        if (running.Count >= MostHeld / 2 || running.Count(job => IsOf(job, owner)) >= MostPerOwner)
        {
            return Busy;
        }

        var job = new DivisionImportJob { Id = Guid.NewGuid().ToString("N"), Owner = owner, File = file, Request = request, UsedAt = clock.GetUtcNow() };
        _jobs[job.Id] = job;
        _ = RunAsync(job, job.Begin(request, isFirst: true)!.Value);
        return job;
    }

    /// <summary>Checks the same file again, with another tolerance or datum.</summary>
    public Result<DivisionImportJob> CheckAgain(string id, double toleranceMeters, SourceDatum? datum, Caller owner)
    {
        var found = Find(id, owner);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var job = found.Value;
        if (job.Begin(job.Request with { ToleranceMeters = toleranceMeters, Datum = datum ?? job.Request.Datum }, isFirst: false) is not { } token)
        {
            return Busy;
        }

        _ = RunAsync(job, token);
        return job;
    }

    public Result<DivisionImportJob> Find(string id, Caller owner)
    {
        if (!AccessRules.AllowsSomewhere(owner, Permission.EditBoundaries))
        {
            return PlanRefusals.NotAllowed;
        }

        if (!_jobs.TryGetValue(id, out var job) || !IsOf(job, owner))
        {
            return Gone;
        }

        job.UsedAt = clock.GetUtcNow();
        return job;
    }

    public void Dispose()
    {
        _isStopping = true;
        foreach (var job in _jobs.Values)
        {
            job.Cancel();
        }

        _turns.Dispose();
    }

    private static bool IsOf(DivisionImportJob job, Caller owner) => Plan.KeyOf(job.Owner) == Plan.KeyOf(owner);

    private async Task RunAsync(DivisionImportJob job, CancellationToken cancellationToken)
    {
        try
        {
            await _turns.WaitAsync(cancellationToken);
            try
            {
                job.End(await Task.Run(() => check.RunAsync(job, cancellationToken), cancellationToken));
            }
            finally
            {
                if (!_isStopping)
                {
                    _turns.Release();
                }
            }
        }
        catch (OperationCanceledException)
        {
            job.EndCancelled();
        }
        catch (Exception fault)
        {
            LogFault(fault);
            job.End(FileRefusals.Faulty);
        }
    }

    /// <summary>What nobody has looked at for a while, and the oldest where there are too many.</summary>
    private void LetGo()
    {
        var ended = _jobs.Values.Where(job => job.State != DivisionImportState.Running).OrderByDescending(job => job.UsedAt).ToList();
        foreach (var job in ended.Where((job, index) => index >= MostHeld || clock.GetUtcNow() - job.UsedAt > KeepFor))
        {
            if (_jobs.TryRemove(job.Id, out _))
            {
                job.Dispose();
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "An import of a division failed")]
    private partial void LogFault(Exception fault);
}
