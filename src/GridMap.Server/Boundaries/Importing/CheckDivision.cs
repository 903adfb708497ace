using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Boundaries.Importing;
using GridMap.Platform.Access;

namespace GridMap.Server.Boundaries.Importing;

/// <summary>Reads a file and lays it over the land of an area: what is wrong in it, and what it would do to the division in force. Nothing is stored.</summary>
public sealed class CheckDivision(ReadDivisionFile read, CurrentDivision current, CurrentAreas areas)
{
    public async Task<Result<CheckedImport>> RunAsync(DivisionImportJob job, CancellationToken cancellationToken)
    {
        if (job.Sources is null)
        {
            var sources = await read.RunAsync(job.File, cancellationToken);
            if (sources.Refusal is { } unreadable)
            {
                return unreadable;
            }

            job.Sources = sources.Value;
        }

        return await RunAsync(job.Sources, job.Request, job, cancellationToken);
    }

    public async Task<Result<CheckedImport>> RunAsync(
        IReadOnlyList<SourceArea> sources, ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var tree = await areas.LoadAsync(cancellationToken);
        var inForce = await current.LoadAsync(cancellationToken);
        var grids = inForce.Division.GridIds.Where(grid => tree.PathOf(grid).Contains(request.Area)).ToHashSet();
        var imported = DivisionImport.Run(inForce.Division.Copy(), sources, new ImportOptions(request.ToleranceMeters, grids, request.Datum), progress, cancellationToken);
        if (imported.Refusal is { } refusal)
        {
            return refusal;
        }

        return imported.Value.Outcomes.Length > PlanRefusals.LongestPlan ? PlanRefusals.TooLong
            : imported.Value.Outcomes.Select(outcome => PlanReach.FindOutside(outcome, request.Area, tree)).FirstOrDefault(outside => outside is not null) is { } outside ? outside
            : new CheckedImport(inForce.Revision, imported.Value);
    }
}
