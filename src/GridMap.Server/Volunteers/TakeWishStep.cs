using Dapper;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Volunteers;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Volunteers;

/// <summary>What a step says beside which it is: who claims, or how it went.</summary>
public readonly record struct WishStepDetail(int? VolunteerId = null, int? Rating = null);

/// <summary>
/// Takes a wish a step further. The step is judged by the state that was read and written only if that is still the state; otherwise it is judged anew,
/// so that of many claims at once one is written and the others learn who was first.
/// </summary>
public sealed class TakeWishStep(NpgsqlDataSource database, CurrentAreas areas, TimeProvider clock)
{
    private const int Attempts = 8;

    private static readonly Refusal Unknown = new("WISH_UNKNOWN", "There is no such wish; check its id.", "没有这一微心愿；请核对 id。");

    private static readonly Refusal NoVolunteer = new("VOLUNTEER_UNKNOWN", "There is no such volunteer; check the id.", "没有这位志愿者；请核对 id。");

    private static readonly Refusal Busy = new("WISH_BUSY", "Many act on this wish at once; try again.", "该心愿操作繁忙，请重试。");

    /// <summary>Null: the step was taken.</summary>
    public async Task<Refusal?> RunAsync(Guid id, WishStep step, WishStepDetail detail, Caller caller, CancellationToken cancellationToken)
    {
        // Before a connection is taken: who holds one must not wait for another.
        var tree = await areas.LoadAsync(cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (detail.VolunteerId is { } volunteer && !await IsVolunteerAsync(connection, volunteer, cancellationToken))
        {
            return NoVolunteer;
        }

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var stand = await connection.QuerySingleOrDefaultAsync<Stand>(new CommandDefinition(
                Sql.Beside<TakeWishStep>("stand"), new { id }, cancellationToken: cancellationToken));
            if (stand is null)
            {
                return Unknown;
            }

            if (!AccessRules.Allows(caller, Permission.ManageVolunteers, tree.PathOf(stand.GridId)))
            {
                return VolunteerRefusals.NotAllowed;
            }

            var next = WishSteps.Take(stand.State, step);
            if (next.Refusal is { } refusal)
            {
                return refusal;
            }

            if (await WriteAsync(connection, id, (stand.State, step, next.Value), detail, cancellationToken))
            {
                return null;
            }
        }

        return Busy;
    }

    private async Task<bool> WriteAsync(
        NpgsqlConnection connection, Guid id, (WishState From, WishStep Step, WishState To) move, WishStepDetail detail, CancellationToken cancellationToken) =>
        await connection.ExecuteScalarAsync<Guid?>(new CommandDefinition(
            Sql.Beside<TakeWishStep>(),
            new
            {
                id,
                from = move.From.ToString().ToLowerInvariant(),
                step = move.Step.ToString(),
                to = move.To.ToString().ToLowerInvariant(),
                now = clock.GetUtcNow(),
                volunteer = detail.VolunteerId,
                rating = (short?)detail.Rating,
            },
            cancellationToken: cancellationToken)) is not null;

    private static Task<bool> IsVolunteerAsync(NpgsqlConnection connection, int volunteer, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            Sql.Beside<TakeWishStep>("volunteer"), new { volunteer }, cancellationToken: cancellationToken));

    private sealed record Stand
    {
        public required WishState State { get; init; }

        public int? GridId { get; init; }
    }
}
