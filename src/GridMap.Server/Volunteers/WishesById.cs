using Dapper;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Volunteers;

/// <summary>Loads wishes by id.</summary>
public sealed class WishesById(NpgsqlDataSource database) : DataLoader<Guid, Wish>
{
    protected override async Task<IReadOnlyDictionary<Guid, Wish>> LoadBatchAsync(IReadOnlyList<Guid> keys, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<Wish>(new CommandDefinition(
            Sql.Beside<WishesById>(), new { ids = keys.ToArray() }, cancellationToken: cancellationToken));
        return found.ToDictionary(wish => wish.Id);
    }
}
