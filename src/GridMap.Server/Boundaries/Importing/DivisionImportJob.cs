using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Boundaries.Importing;

namespace GridMap.Server.Boundaries.Importing;

/// <summary>Where an import stands.</summary>
public enum DivisionImportState
{
    /// <summary>It is being read and laid over the land.</summary>
    Running,

    /// <summary>There is a report, and a plan can be made of it.</summary>
    Ready,

    /// <summary>The file is no division of the land; the refusal says why.</summary>
    Refused,

    Cancelled,
}

/// <summary>What a caller asks of an import: the area whose land the file divides, the tolerance, and what the file's degrees refer to.</summary>
public sealed record ImportRequest(int Area, double ToleranceMeters, SourceDatum Datum = SourceDatum.Wgs84);

/// <summary>What came of a check: on which revision of the division, and what it would do to it.</summary>
public sealed record CheckedImport(int Revision, ImportedDivision Division);

/// <summary>A file of a caller that is being made a division, in memory only: nothing of it is stored until a plan is made of it.</summary>
public sealed class DivisionImportJob : IDisposable, IProgress<ImportProgress>
{
    private readonly Lock _turn = new();
    private CancellationTokenSource _cancelling = new();

    public required string Id { get; init; }

    public required Caller Owner { get; init; }

    public required DivisionFile File { get; init; }

    public required ImportRequest Request { get; set; }

    public required DateTimeOffset UsedAt { get; set; }

    public string FileName => File.Name;

    public double Tolerance => Request.ToleranceMeters;

    public SourceDatum Datum => Request.Datum;

    public DivisionImportState State { get; private set; } = DivisionImportState.Running;

    public ImportProgress Progress { get; private set; } = new(ImportStep.Reading, 0);

    public Refusal? Refusal { get; private set; }

    public CheckedImport? Checked { get; private set; }

    /// <summary>Kept between checks: only another tolerance or datum is asked for.</summary>
    public IReadOnlyList<SourceArea>? Sources { get; set; }

    public void Report(ImportProgress value) => Progress = value;

    /// <summary>Begins anew; null while it is running already.</summary>
    public CancellationToken? Begin(ImportRequest request, bool isFirst)
    {
        lock (_turn)
        {
            if (State == DivisionImportState.Running && !isFirst)
            {
                return null;
            }

            _cancelling.Dispose();
            _cancelling = new CancellationTokenSource();
            (Request, State, Progress, Refusal, Checked) = (request, DivisionImportState.Running, new ImportProgress(ImportStep.Reading, 0), null, null);
            return _cancelling.Token;
        }
    }

    public void End(Result<CheckedImport> outcome)
    {
        lock (_turn)
        {
            Refusal = outcome.Refusal;
            Checked = outcome.IsRefused ? null : outcome.Value;
            State = outcome.IsRefused ? DivisionImportState.Refused : DivisionImportState.Ready;
        }
    }

    public void EndCancelled()
    {
        lock (_turn)
        {
            State = DivisionImportState.Cancelled;
        }
    }

    public void Cancel()
    {
        lock (_turn)
        {
            _cancelling.Cancel();
        }
    }

    public void Dispose()
    {
        Cancel();
        _cancelling.Dispose();
    }
}
