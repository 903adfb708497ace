using Dapper;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Geography;
using GridMap.Platform.Access;
using GridMap.Platform.Api;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>What is to be changed of a patrol point as a request says it; null leaves it as it is.</summary>
public sealed record UpdatePatrolPointInput(
    string Id, int ExpectedVersion, string? Name, string? Kind, Position? Position, int? RequiredVisits, VisitPeriod? RequiredPer);

/// <summary>Which patrol point is to be taken away, as a request says it.</summary>
public sealed record RemovePatrolPointInput(string Id, int ExpectedVersion);

/// <summary>
/// Changes a patrol point or takes it away, only if it is still as its caller saw it. A request that is sent again because its answer was lost
/// finds its own change and is answered alike.
/// </summary>
public sealed class ChangePatrolPoint(NpgsqlDataSource database, CurrentAreas areas, TimeProvider clock)
{
    public Task<Refusal?> RunAsync(UpdatePatrolPointInput input, Caller caller, CancellationToken cancellationToken) =>
        PatrolPointRefusals.FindRefusal(input.Name, input.Kind, input.RequiredVisits) is { } malformed
            ? Task.FromResult<Refusal?>(malformed)
            : RunAsync("update", input, caller, stand => !stand.IsRemoved && stand.Says(input), cancellationToken);

    public Task<Refusal?> RunAsync(RemovePatrolPointInput input, Caller caller, CancellationToken cancellationToken)
    {
        var unchanged = new UpdatePatrolPointInput(input.Id, input.ExpectedVersion, null, null, null, null, null);
        return RunAsync("remove", unchanged, caller, stand => stand.IsRemoved, cancellationToken);
    }

    private async Task<Refusal?> RunAsync(
        string change, UpdatePatrolPointInput input, Caller caller, Func<Stand, bool> isDone, CancellationToken cancellationToken)
    {
        var id = RequestValue.Id(input.Id);
        if (id.Refusal is { } malformed)
        {
            return malformed;
        }

        // Before a connection is taken: who holds one must not wait for another.
        var scope = await areas.ScopeAsync(caller, Permission.ManageFacilities, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await FindStandAsync(connection, input, id.Value, cancellationToken) is not { } stand)
        {
            return PatrolPointRefusals.Unknown;
        }

        if (!scope.Contains(stand.GridId) || !scope.Contains(stand.NextGridId))
        {
            return PatrolPointRefusals.NotAllowed;
        }

        var columns = Columns(input, id.Value, stand.NextGridId, caller);
        var written = await connection.ExecuteScalarAsync<int?>(new CommandDefinition(
            Sql.Beside<ChangePatrolPoint>(change), columns, cancellationToken: cancellationToken));
        return written is null ? await JudgeAgainAsync(connection, input, id.Value, isDone, cancellationToken) : null;
    }

    /// <summary>It was not as the caller saw it: perhaps because of this very request.</summary>
    private async Task<Refusal?> JudgeAgainAsync(
        NpgsqlConnection connection, UpdatePatrolPointInput input, int id, Func<Stand, bool> isDone, CancellationToken cancellationToken)
    {
        var stand = await FindStandAsync(connection, input, id, cancellationToken);
        if (stand is not null && stand.Version == input.ExpectedVersion + 1 && isDone(stand))
        {
            return null;
        }

        return stand is null or { IsRemoved: true } ? PatrolPointRefusals.Unknown : PatrolPointRefusals.ChangedMeanwhile;
    }

    private Task<Stand?> FindStandAsync(NpgsqlConnection connection, UpdatePatrolPointInput input, int id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<Stand>(new CommandDefinition(
            Sql.Beside<ChangePatrolPoint>("stand"), Columns(input, id, null, null), cancellationToken: cancellationToken));

    private object Columns(UpdatePatrolPointInput input, int id, int? grid, Caller? caller) => new
    {
        id,
        version = input.ExpectedVersion,
        name = input.Name?.Trim(),
        kind = input.Kind?.Trim(),
        visits = input.RequiredVisits,
        per = input.RequiredPer?.ToString().ToLowerInvariant(),
        longitude = input.Position is { } east ? Lattice.Snap(east.Longitude) : (double?)null,
        latitude = input.Position is { } north ? Lattice.Snap(north.Latitude) : (double?)null,
        grid,
        now = clock.GetUtcNow().UtcDateTime,
        actor = caller?.Name,
    };

    private sealed record Stand
    {
        public required string Name { get; init; }

        public required string Kind { get; init; }

        public required int RequiredVisits { get; init; }

        public required VisitPeriod RequiredPer { get; init; }

        public required Position Position { get; init; }

        public int? GridId { get; init; }

        public int? NextGridId { get; init; }

        public required int Version { get; init; }

        public required bool IsRemoved { get; init; }

        /// <summary>Whether it is already as somebody wants it.</summary>
        public bool Says(UpdatePatrolPointInput input) =>
            (input.Name is null || input.Name.Trim() == Name)
            && (input.Kind is null || input.Kind.Trim() == Kind)
            && (input.RequiredVisits ?? RequiredVisits) == RequiredVisits
            && (input.RequiredPer ?? RequiredPer) == RequiredPer
            && (input.Position is not { } place || new Position(Lattice.Snap(place.Longitude), Lattice.Snap(place.Latitude)) == Position);
    }
}
