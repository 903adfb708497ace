using GridMap.Core;
using GridMap.Core.Access;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Schema;

namespace GridMap.Server.Coverage;

/// <summary>A kept question as it is now, or why there is none.</summary>
public sealed record CoverageScenarioPayload(int? ScenarioId, Refusal? Refusal);

/// <summary>What may be done with kept questions.</summary>
[MutationType]
public static class CoverageMutations
{
    public static async Task<CoverageScenarioPayload> SaveCoverageScenarioAsync(
        SaveCoverageScenarioInput input, Caller caller, SaveCoverageScenario save, CancellationToken cancellationToken)
    {
        caller.Require(Permission.KeepOwn);
        var kept = await save.RunAsync(input, caller, cancellationToken);
        return kept.Refusal is { } refusal ? new CoverageScenarioPayload(null, refusal) : new CoverageScenarioPayload(kept.Value, null);
    }

    public static async Task<CoverageScenarioPayload> RemoveCoverageScenarioAsync(
        RemoveCoverageScenarioInput input, Caller caller, RemoveCoverageScenario remove, CancellationToken cancellationToken)
    {
        caller.Require(Permission.KeepOwn);
        return new CoverageScenarioPayload(null, await remove.RunAsync(input, caller, cancellationToken));
    }
}

/// <summary>What a change of a kept question answers with.</summary>
[ObjectType<CoverageScenarioPayload>]
public static class CoverageScenarioPayloadResolvers
{
    public static async Task<CoverageScenario?> ScenarioAsync(
        [Parent] CoverageScenarioPayload payload, Caller caller, FindCoverageScenarios find, CancellationToken cancellationToken) =>
        payload.ScenarioId is { } id ? await find.RunAsync(id, caller, cancellationToken) : null;
}
