using Dapper;
using GridMap.Core.Access;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Incidents.Attachments;

/// <summary>Loads the bytes of a picture, or of the small one of it; nothing for those who may not see its incident.</summary>
public sealed class LoadPicture(NpgsqlDataSource database, CurrentAreas areas)
{
    public async Task<byte[]?> RunAsync(Guid id, bool isThumbnail, Caller caller, CancellationToken cancellationToken)
    {
        var tree = await areas.LoadAsync(cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            Sql.Beside<LoadPicture>(), new { id, is_thumbnail = isThumbnail }, cancellationToken: cancellationToken));
        return row is not null && AccessRules.Allows(caller, Permission.SeeIncidents, tree.PathOf(row.GridId)) ? row.Bytes : null;
    }

    private sealed record Row
    {
        public int? GridId { get; init; }

        public required byte[] Bytes { get; init; }
    }
}
