using System.Globalization;
using Dapper;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Geography;
using GridMap.Core.Patrols;
using GridMap.Platform.Access;
using GridMap.Platform.Api;
using GridMap.Platform.Database;
using GridMap.Platform.Schema;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>A visit as a request says it.</summary>
public sealed record CheckInInput(string PatrolPointId, string PatrolId, Position Position, DateTimeOffset At, string IdempotencyKey);

/// <summary>Checks a patrol in at a point (打卡): proved by position and time, written once for each key, answered after the commit.</summary>
public sealed class CheckInAtPoint(NpgsqlDataSource database, CurrentAreas areas, PatrolOptions options, TimeProvider clock)
{
    // A statement does not see what another one committed while it waited for the key; the next look does.
    private const int Attempts = 2;

    private static readonly Refusal PatrolUnknown = new("PATROL_UNKNOWN", "There is no such patrol; check its id.", "没有这一巡查力量；请核对 id。");

    private static readonly Refusal NotAllowed = new(
        "NOT_ALLOWED", "Your roles do not allow checking in this patrol at this point.", "您的角色无权为该巡查力量在此点位打卡。");

    /// <summary>The id of the check-in; the same for the same key.</summary>
    public async Task<Result<long>> RunAsync(CheckInInput input, Caller caller, CancellationToken cancellationToken)
    {
        var point = RequestValue.Id(input.PatrolPointId);
        var patrol = RequestValue.Id(input.PatrolId);
        var key = IdempotencyKey.Parse(input.IdempotencyKey, caller);
        if ((point.Refusal ?? patrol.Refusal ?? key.Refusal) is { } malformed)
        {
            return malformed;
        }

        var digest = DigestOf(input);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var target = await FindTargetAsync(point.Value, patrol.Value, key.Value, cancellationToken);
            if (target.KeyedId is { } id)
            {
                return digest.AsSpan().SequenceEqual(target.KeyedDigest) ? id : IdempotencyKey.Reused;
            }

            var judged = await JudgeAsync(input, target, caller, cancellationToken);
            if (judged.Refusal is { } refusal)
            {
                return refusal;
            }

            if (await WriteAsync(point.Value, patrol.Value, judged.Value, key.Value, digest, cancellationToken) is { } written)
            {
                return written;
            }
        }

        return PatrolPointRefusals.Unknown;
    }

    private async Task<Result<ProvedVisit>> JudgeAsync(CheckInInput input, Target target, Caller caller, CancellationToken cancellationToken)
    {
        if (target.Position is not { } position)
        {
            return PatrolPointRefusals.Unknown;
        }

        if (!target.HasPatrol)
        {
            return PatrolUnknown;
        }

        var scope = await areas.ScopeAsync(caller, Permission.CheckIn, cancellationToken);
        return scope.Contains(target.PointGridId) && scope.Contains(target.PatrolGridId)
            ? CheckInRules.Judge(position, input.Position, input.At, clock.GetUtcNow(), options.CheckIns)
            : NotAllowed;
    }

    private async Task<Target> FindTargetAsync(int point, int patrol, string key, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleAsync<Target>(new CommandDefinition(
            Sql.Beside<CheckInAtPoint>("target"), new { point, patrol, key }, cancellationToken: cancellationToken));
    }

    /// <summary>Null when the key has been used, or the point has gone, since it was looked at.</summary>
    private async Task<long?> WriteAsync(int point, int patrol, ProvedVisit visit, string key, byte[] digest, CancellationToken cancellationToken)
    {
        var columns = new { point, patrol, at = visit.At.UtcDateTime, distance = (float)visit.DistanceMeters, key, digest };
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            Sql.Beside<CheckInAtPoint>(), columns, cancellationToken: cancellationToken));
    }

    private static byte[] DigestOf(CheckInInput input) => IdempotencyKey.Digest(
        input.PatrolPointId,
        input.PatrolId,
        input.Position.Longitude.ToString("R", CultureInfo.InvariantCulture),
        input.Position.Latitude.ToString("R", CultureInfo.InvariantCulture),
        input.At.UtcTicks.ToString(CultureInfo.InvariantCulture));

    private sealed record Target
    {
        public int? PointGridId { get; init; }

        public Position? Position { get; init; }

        public required bool HasPatrol { get; init; }

        public int? PatrolGridId { get; init; }

        public long? KeyedId { get; init; }

        public byte[]? KeyedDigest { get; init; }
    }
}
