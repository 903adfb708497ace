using System.Globalization;
using Dapper;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Geography;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using GridMap.Platform.Schema;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>A new patrol point as a request says it.</summary>
public sealed record CreatePatrolPointInput(
    string Code, string Name, string Kind, Position Position, int RequiredVisits, VisitPeriod RequiredPer, string IdempotencyKey);

/// <summary>Creates a patrol point; the same key again gives the same point.</summary>
public sealed class CreatePatrolPoint(NpgsqlDataSource database, CurrentAreas areas, TimeProvider clock)
{
    public async Task<Result<int>> RunAsync(CreatePatrolPointInput input, Caller caller, CancellationToken cancellationToken)
    {
        var key = IdempotencyKey.Parse(input.IdempotencyKey, caller);
        var malformed = key.Refusal
            ?? PatrolPointRefusals.FindCodeRefusal(input.Code)
            ?? PatrolPointRefusals.FindRefusal(input.Name, input.Kind, input.RequiredVisits);
        if (malformed is not null)
        {
            return malformed;
        }

        var digest = DigestOf(input);
        var ground = await FindGroundAsync(input, key.Value, cancellationToken);
        if (ground.KeyedId is not null)
        {
            return ground.IdFor(digest);
        }

        return await areas.AllowsAsync(caller, Permission.ManageFacilities, ground.GridId, cancellationToken)
            ? await WriteAsync(input, ground.GridId, caller, key.Value, digest, cancellationToken)
            : PatrolPointRefusals.NotAllowed;
    }

    private async Task<Result<int>> WriteAsync(
        CreatePatrolPointInput input, int? grid, Caller caller, string key, byte[] digest, CancellationToken cancellationToken)
    {
        var isCodeTaken = false;
        try
        {
            if (await InsertAsync(input, grid, caller, key, digest, cancellationToken) is { } id)
            {
                return id;
            }
        }
        catch (PostgresException taken) when (taken.ConstraintName == "patrol_point_code_key")
        {
            isCodeTaken = true;
        }

        // The same request, sent twice at once, meets itself by its key or by its code.
        var ground = await FindGroundAsync(input, key, cancellationToken);
        return ground.KeyedId is null && isCodeTaken ? PatrolPointRefusals.CodeTaken : ground.IdFor(digest);
    }

    private async Task<int?> InsertAsync(
        CreatePatrolPointInput input, int? grid, Caller caller, string key, byte[] digest, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var columns = new
        {
            code = input.Code,
            name = input.Name.Trim(),
            kind = input.Kind.Trim(),
            visits = input.RequiredVisits,
            per = input.RequiredPer.ToString().ToLowerInvariant(),
            grid,
            longitude = Lattice.Snap(input.Position.Longitude),
            latitude = Lattice.Snap(input.Position.Latitude),
            now = clock.GetUtcNow().UtcDateTime,
            actor = caller.Name,
            key,
            digest,
        };
        return await connection.ExecuteScalarAsync<int?>(new CommandDefinition(
            Sql.Beside<CreatePatrolPoint>(), columns, cancellationToken: cancellationToken));
    }

    private async Task<Ground> FindGroundAsync(CreatePatrolPointInput input, string key, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleAsync<Ground>(new CommandDefinition(
            Sql.Beside<CreatePatrolPoint>("ground"),
            new
            {
                longitude = Lattice.Snap(input.Position.Longitude),
                latitude = Lattice.Snap(input.Position.Latitude),
                now = clock.GetUtcNow().UtcDateTime,
                key,
            },
            cancellationToken: cancellationToken));
    }

    private static byte[] DigestOf(CreatePatrolPointInput input) => IdempotencyKey.Digest(
        input.Code,
        input.Name,
        input.Kind,
        input.Position.Longitude.ToString("R", CultureInfo.InvariantCulture),
        input.Position.Latitude.ToString("R", CultureInfo.InvariantCulture),
        input.RequiredVisits.ToString(CultureInfo.InvariantCulture),
        input.RequiredPer.ToString());

    private sealed record Ground
    {
        public int? GridId { get; init; }

        public int? KeyedId { get; init; }

        public byte[]? KeyedDigest { get; init; }

        public Result<int> IdFor(byte[] digest) =>
            KeyedId is { } id && digest.AsSpan().SequenceEqual(KeyedDigest) ? id : IdempotencyKey.Reused;
    }
}
