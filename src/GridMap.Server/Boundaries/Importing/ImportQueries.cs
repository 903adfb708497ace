using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Boundaries.Importing;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Access;
using GridMap.Platform.Schema;

namespace GridMap.Server.Boundaries.Importing;

/// <summary>A plan to be made of an import, as a request says it.</summary>
public sealed record PlanDivisionImportInput(string DivisionImport, string Name, string? Note, string IdempotencyKey);

/// <summary>An import as it is now, and why nothing was done, if nothing was.</summary>
public sealed record ImportAnswer(DivisionImportJob? DivisionImport, Refusal? Refusal)
{
    public static ImportAnswer Of(Result<DivisionImportJob> found) => found.Refusal is { } refusal ? new(null, refusal) : new(found.Value, null);
}

/// <summary>Where queries begin for imports of divisions.</summary>
[QueryType]
public static class ImportQueries
{
    public static ImportAnswer DivisionImport(string id, Caller caller, DivisionImports imports)
    {
        caller.Require(Permission.EditBoundaries);
        return ImportAnswer.Of(imports.Find(id, caller));
    }
}

/// <summary>What may be done to imports of divisions.</summary>
[MutationType]
public static class ImportMutations
{
    public static ImportAnswer CheckDivisionImport(string id, double tolerance, SourceDatum? datum, Caller caller, DivisionImports imports)
    {
        caller.RequireKnown();
        var found = imports.Find(id, caller);
        return found.IsRefused ? ImportAnswer.Of(found)
            : tolerance is >= 0 and <= ImportOptions.MostToleranceMeters ? ImportAnswer.Of(imports.CheckAgain(id, tolerance, datum, caller))
            : new ImportAnswer(found.Value, ImportRefusals.ToleranceOutOfRange);
    }

    public static ImportAnswer CancelDivisionImport(string id, Caller caller, DivisionImports imports)
    {
        caller.RequireKnown();
        var found = imports.Find(id, caller);
        if (!found.IsRefused)
        {
            found.Value.Cancel();
        }

        return ImportAnswer.Of(found);
    }

    public static async Task<PlanAnswer> PlanDivisionImportAsync(
        PlanDivisionImportInput input, Caller caller, DivisionImports imports, PlanDivision plan, CurrentAreas areas, CancellationToken cancellationToken)
    {
        caller.RequireKnown();
        var found = imports.Find(input.DivisionImport, caller);
        if (found.Refusal is { } unfound)
        {
            return PlanAnswer.Refuse(unfound);
        }

        var import = found.Value;
        if (!await areas.AllowsAsync(caller, Permission.EditBoundaries, import.Request.Area, cancellationToken))
        {
            return PlanAnswer.Refuse(PlanRefusals.NotAllowed);
        }

        if (import.Checked is not { } ready)
        {
            return PlanAnswer.Refuse(import.Refusal ?? DivisionImports.NotReady);
        }

        var made = await plan.RunAsync(ready, import.Request, new PlanNames(input.Name, input.Note), input.IdempotencyKey, caller, cancellationToken);
        return made.Refusal is { } refusal ? PlanAnswer.Refuse(refusal) : new PlanAnswer(made.Value, null);
    }
}
