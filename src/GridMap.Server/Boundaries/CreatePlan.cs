using System.Globalization;
using Dapper;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Geography;
using GridMap.Platform.Access;
using GridMap.Platform.Api;
using GridMap.Platform.Database;
using GridMap.Platform.Schema;
using Npgsql;

namespace GridMap.Server.Boundaries;

/// <summary>A new plan as a request says it.</summary>
public sealed record CreatePlanInput(string Name, string? Note, string Area, string IdempotencyKey);

/// <summary>Creates a plan without operations; the same key again gives the same plan.</summary>
public sealed class CreatePlan(NpgsqlDataSource database, CurrentAreas areas, TimeProvider clock)
{
    public async Task<Result<int>> RunAsync(CreatePlanInput input, Caller caller, CancellationToken cancellationToken)
    {
        var area = RequestValue.Id(input.Area);
        var malformed = area.Refusal ?? PlanRefusals.FindNameRefusal(input.Name) ?? PlanRefusals.FindTextRefusal(input.Note);
        if (malformed is not null)
        {
            return malformed;
        }

        var tree = await areas.LoadAsync(cancellationToken);
        if (!AccessRules.Allows(caller, Permission.EditBoundaries, tree.PathOf(area.Value)))
        {
            return PlanRefusals.NotAllowed with { Place = await FindPlaceAsync(area.Value, cancellationToken) };
        }

        return tree.Knows(area.Value)
            ? await WriteAsync(input.Name.Trim(), input.Note?.Trim(), area.Value, null, input.IdempotencyKey, caller, cancellationToken)
            : PlanRefusals.AreaUnknown;
    }

    /// <summary>Writes a plan whose author has been found allowed to.</summary>
    internal async Task<Result<int>> WriteAsync(
        string name, string? note, int area, int? reverts, string idempotencyKey, Caller caller, CancellationToken cancellationToken)
    {
        var key = IdempotencyKey.Parse(idempotencyKey, caller);
        if (key.Refusal is { } malformed)
        {
            return malformed;
        }

        var digest = IdempotencyKey.Digest(name, note, area.ToString(CultureInfo.InvariantCulture), reverts?.ToString(CultureInfo.InvariantCulture));
        var now = clock.GetUtcNow().UtcDateTime;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var made = await connection.ExecuteScalarAsync<int?>(new CommandDefinition(
            Sql.Beside<CreatePlan>(),
            new { name, note, area, reverts, author_key = Plan.KeyOf(caller), author = caller.Name, now, key = key.Value, digest },
            cancellationToken: cancellationToken));
        return made is { } id ? id : await FindKnownAsync(connection, key.Value, digest, cancellationToken);
    }

    private async Task<Position?> FindPlaceAsync(int area, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<Position?>(new CommandDefinition(
            Sql.Beside<CreatePlan>("place"), new { area }, cancellationToken: cancellationToken));
    }

    /// <summary>The plan that was made with a key that has been used; the refusal when something else was sent with it.</summary>
    internal static async Task<Result<int>> FindKnownAsync(NpgsqlConnection connection, string key, byte[] digest, CancellationToken cancellationToken)
    {
        var known = await connection.QuerySingleAsync<(int Id, byte[] Digest)>(new CommandDefinition(
            Sql.Beside<CreatePlan>("known"), new { key }, cancellationToken: cancellationToken));
        return known.Digest.AsSpan().SequenceEqual(digest) ? known.Id : IdempotencyKey.Reused;
    }
}
