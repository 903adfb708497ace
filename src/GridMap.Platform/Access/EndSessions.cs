using GridMap.Core.Access;
using GridMap.Platform.Database;
using Npgsql;
using NpgsqlTypes;

namespace GridMap.Platform.Access;

/// <summary>Ends sessions of an account: the one with a key, the one with an id, or all but the one with a key.</summary>
public sealed class EndSessions(NpgsqlDataSource database, KnownCallers known, TimeProvider clock)
{
    public Task<int> RunAsync(Caller caller, KeyHash key, string address, CancellationToken cancellationToken) =>
        EndAsync("this", caller, key, null, address, cancellationToken);

    public Task<int> RunAsync(Caller caller, Guid id, string address, CancellationToken cancellationToken) =>
        EndAsync("one", caller, default, id, address, cancellationToken);

    public Task<int> AllButAsync(Caller caller, KeyHash key, string address, CancellationToken cancellationToken) =>
        EndAsync("others", caller, key, null, address, cancellationToken);

    private async Task<int> EndAsync(string which, Caller caller, KeyHash key, Guid? id, string address, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Beside<EndSessions>());
        var parameters = command.Parameters;
        parameters.AddWithValue("which", which);
        parameters.AddWithValue("account_id", caller.Id);
        parameters.AddWithValue("key_hash", key.ToBytes());
        parameters.Add(new NpgsqlParameter("id", NpgsqlDbType.Uuid) { Value = id ?? (object)DBNull.Value });
        parameters.AddWithValue("now", clock.GetUtcNow().UtcDateTime);
        parameters.AddWithValue("actor", caller.Name);
        parameters.AddWithValue("address", address);
        var ended = Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture);
        known.Forget();
        return ended;
    }
}
