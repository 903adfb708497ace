using System.Runtime.CompilerServices;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Network;

/// <summary>Reads the walking network edge by edge, so that a city's network never stands in memory whole.</summary>
public sealed class ReadNetwork(NpgsqlDataSource dataSource)
{
    public async IAsyncEnumerable<string> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(Sql.Beside<ReadNetwork>());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            yield return reader.GetString(0);
        }
    }
}
