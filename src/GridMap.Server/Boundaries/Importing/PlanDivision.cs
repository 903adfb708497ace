using System.Globalization;
using System.Text.Json;
using Dapper;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Boundaries.Editing;
using GridMap.Platform.Api;
using GridMap.Platform.Database;
using GridMap.Platform.Schema;
using Npgsql;

namespace GridMap.Server.Boundaries.Importing;

/// <summary>What a plan made of an import is called.</summary>
public sealed record PlanNames(string Name, string? Note);

/// <summary>Makes a plan of what an import would do: the plan and all its operations in one statement, or nothing; the same key again gives the same plan.</summary>
public sealed class PlanDivision(NpgsqlDataSource database, TimeProvider clock)
{
    public static Refusal NothingChanges { get; } = new(
        "IMPORT_CHANGES_NOTHING", "The file agrees with the division in force: there is nothing to plan.", "文件与现行划分一致，无需新建方案。");

    public async Task<Result<int>> RunAsync(
        CheckedImport import, ImportRequest request, PlanNames names, string idempotencyKey, Caller caller, CancellationToken cancellationToken)
    {
        var key = IdempotencyKey.Parse(idempotencyKey, caller);
        var malformed = PlanRefusals.FindNameRefusal(names.Name) ?? PlanRefusals.FindTextRefusal(names.Note) ?? key.Refusal;
        if (malformed is not null)
        {
            return malformed;
        }

        if (import.Division.Outcomes.Length == 0)
        {
            return NothingChanges;
        }

        var outcomes = import.Division.Outcomes;
        var operations = Array.ConvertAll(outcomes, outcome => BoundaryJson.Write(outcome.Operation));
        var digest = IdempotencyKey.Digest([names.Name, names.Note, request.Area.ToString(CultureInfo.InvariantCulture), .. operations]);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var made = await connection.ExecuteScalarAsync<int?>(new CommandDefinition(
            Sql.Beside<PlanDivision>(),
            new
            {
                name = names.Name.Trim(),
                note = names.Note?.Trim(),
                area = request.Area,
                author_key = Plan.KeyOf(caller),
                author = caller.Name,
                @base = import.Revision,
                now = clock.GetUtcNow().UtcDateTime,
                key = key.Value,
                digest,
                operations,
                inverses = Array.ConvertAll(outcomes, outcome => BoundaryJson.Write(outcome.Inverse)),
                atoms = Array.ConvertAll(outcomes, outcome => JsonSerializer.Serialize(outcome.TouchedAtoms)),
                grids = Array.ConvertAll(outcomes, outcome => JsonSerializer.Serialize(outcome.TouchedGrids)),
            },
            cancellationToken: cancellationToken));
        return made is { } id ? id : await CreatePlan.FindKnownAsync(connection, key.Value, digest, cancellationToken);
    }
}
