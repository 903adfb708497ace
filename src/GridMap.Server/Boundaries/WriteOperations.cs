using System.Globalization;
using Dapper;
using GridMap.Core.Access;
using GridMap.Core.Boundaries.Editing;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Boundaries;

/// <summary>The key of a request and the digest of what came with it.</summary>
public sealed record RequestKey(string Key, byte[] Digest);

/// <summary>Writes operations behind those that stay in force, and tells the draft.</summary>
public sealed class WriteOperations(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>False when the plan is no longer at the version of the draft, or the key has been used.</summary>
    /// <param name="stay">How many of the kept operations stay as they are.</param>
    /// <param name="done">What was done behind them; with who did it where that is known already.</param>
    public async Task<bool> RunAsync(
        PlanDraft draft, int stay, IReadOnlyList<(Outcome Outcome, KeptOperation? Before)> done, RequestKey? key, Caller caller, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var made = done.Select((one, index) => new KeptOperation(
            stay + index + 1,
            one.Outcome.Operation,
            one.Outcome.Inverse,
            one.Outcome.TouchedAtoms,
            one.Outcome.TouchedGrids,
            one.Before?.At ?? now,
            one.Before?.ActorKey ?? Plan.KeyOf(caller),
            one.Before?.Actor ?? caller.Name)).ToList();
        if (!await InsertAsync(draft, stay, made, key, caller, now, cancellationToken))
        {
            return false;
        }

        var plan = draft.Plan with
        {
            Version = draft.Plan.Version + 1,
            Applied = stay + made.Count,
            OperationCount = stay + made.Count,
            BaseRevision = draft.InForce.Revision,
            ChangedAt = now,
            Status = PlanStatus.Draft,
            DecidedAt = null,
        };
        draft.Written(plan, [.. draft.Kept.Take(stay), .. made]);
        return true;
    }

    private async Task<bool> InsertAsync(
        PlanDraft draft, int stay, IReadOnlyList<KeptOperation> made, RequestKey? key, Caller caller, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var columns = new
        {
            id = draft.Plan.Id,
            version = draft.Plan.Version,
            kept = stay,
            @base = draft.InForce.Revision,
            now = now.UtcDateTime,
            actor_key = Plan.KeyOf(caller),
            actor = caller.Name,
            key = key?.Key,
            digest = key?.Digest,
            operations = made.Select(one => BoundaryJson.Write(one.Operation)).ToArray(),
            inverses = made.Select(one => BoundaryJson.Write(one.Inverse)).ToArray(),
            atoms = made.Select(one => ListOf(one.TouchedAtoms)).ToArray(),
            grids = made.Select(one => ListOf(one.TouchedGrids)).ToArray(),
            instants = made.Select(one => one.At.UtcDateTime).ToArray(),
            actor_keys = made.Select(one => one.ActorKey).ToArray(),
            actors = made.Select(one => one.Actor).ToArray(),
        };
        try
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            return await connection.ExecuteScalarAsync<int?>(new CommandDefinition(
                Sql.Beside<WriteOperations>(), columns, cancellationToken: cancellationToken)) is not null;
        }
        catch (PostgresException taken) when (taken.ConstraintName == "plan_operation_key")
        {
            return false;
        }
    }

    private static string ListOf(int[] numbers) => $"[{string.Join(',', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)))}]";
}
