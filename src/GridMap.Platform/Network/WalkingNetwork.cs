using Dapper;
using GridMap.Core.Network;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Platform.Network;

/// <summary>The walking network of the place in memory, loaded when it is first asked for and again when the roads have another version.</summary>
public sealed class WalkingNetwork(NpgsqlDataSource database, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Trusted = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _turn = new(1);
    private volatile LoadedNetwork? _loaded;

    public async ValueTask<LoadedNetwork> LoadAsync(CancellationToken cancellationToken)
    {
        if (_loaded is { } trusted && clock.GetElapsedTime(trusted.SeenAt) < Trusted)
        {
            return trusted;
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            return _loaded = await SeeAsync(_loaded, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<LoadedNetwork> SeeAsync(LoadedNetwork? known, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var seenAt = clock.GetTimestamp();
        var version = await connection.ExecuteScalarAsync<int?>(new CommandDefinition(
            Sql.Beside<WalkingNetwork>("version"), cancellationToken: cancellationToken)) ?? 0;
        if (known?.Version == version)
        {
            return known with { SeenAt = seenAt };
        }

        var edges = await connection.QueryAsync<NetworkEdge>(new CommandDefinition(
            Sql.Beside<WalkingNetwork>(), new { version }, cancellationToken: cancellationToken));
        var graph = WalkingGraph.Build(edges.AsList());
        return new LoadedNetwork(version, graph, new Lazy<WalkingGraph>(graph.Reverse), seenAt);
    }
}

/// <summary>A version of the network as it is in memory.</summary>
/// <param name="Version">0 where no roads were ever loaded.</param>
/// <param name="Back">The same walked in the other direction, made when it is first asked for: times from a place are times to it in the graph.</param>
/// <param name="SeenAt">When the database last said that this version is the newest; a timestamp of the clock.</param>
public sealed record LoadedNetwork(int Version, WalkingGraph Graph, Lazy<WalkingGraph> Back, long SeenAt);
