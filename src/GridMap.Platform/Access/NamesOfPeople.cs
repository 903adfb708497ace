using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Platform.Access;

/// <summary>
/// What those are called whom records name by login: people as their accounts say; programs, channels, and those who have no account any more, as the record says.
/// </summary>
public sealed class NamesOfPeople(NpgsqlDataSource database) : DataLoader<string, string>
{
    /// <summary>Null for nobody.</summary>
    public ValueTask<string?> FindAsync(string? login, CancellationToken cancellationToken) => login is null ? default : LoadAsync(login, cancellationToken);

    protected override async Task<IReadOnlyDictionary<string, string>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var command = database.CreateCommand(Sql.Beside<NamesOfPeople>());
        command.Parameters.AddWithValue("logins", keys.ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            names.Add(reader.GetString(0), reader.GetString(1));
        }

        return names;
    }
}
