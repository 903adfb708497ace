using Dapper;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Geography;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using GridMap.Platform.Schema;
using Npgsql;

namespace GridMap.Server.Volunteers;

/// <summary>A wish as it is made.</summary>
public sealed record MakeWishInput(string IdempotencyKey, string Title, string Kind, Position Position);

/// <summary>Makes a wish (点单); the same key again gives the same wish.</summary>
public sealed class MakeWish(NpgsqlDataSource database, CurrentAreas areas, TimeProvider clock)
{
    public async Task<Result<Guid>> RunAsync(MakeWishInput input, Caller caller, CancellationToken cancellationToken)
    {
        var key = IdempotencyKey.Parse(input.IdempotencyKey, caller);
        if ((key.Refusal
            ?? VolunteerRefusals.FindTextRefusal("title", input.Title, 200)
            ?? VolunteerRefusals.FindTextRefusal("kind", input.Kind, 40)) is { } refusal)
        {
            return refusal;
        }

        // Before a connection is taken: who holds one must not wait for another.
        var tree = await areas.LoadAsync(cancellationToken);
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var grid = await connection.ExecuteScalarAsync<int?>(new CommandDefinition(
            Sql.Beside<MakeWish>("grid"), new { input.Position.Longitude, input.Position.Latitude, now }, cancellationToken: cancellationToken));
        if (grid is null)
        {
            return VolunteerRefusals.Outside;
        }

        if (!AccessRules.Allows(caller, Permission.ManageVolunteers, tree.PathOf(grid)))
        {
            return VolunteerRefusals.NotAllowed;
        }

        return await CreatedOnce.RunAsync(connection, new CommandDefinition(
            Sql.Beside<MakeWish>(),
            new
            {
                id = Guid.CreateVersion7(now),
                now,
                grid,
                title = input.Title.Trim(),
                kind = input.Kind.Trim(),
                longitude = Lattice.Snap(input.Position.Longitude),
                latitude = Lattice.Snap(input.Position.Latitude),
                key = key.Value,
            },
            cancellationToken: cancellationToken));
    }
}
