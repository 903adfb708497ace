using System.Net.Sockets;
using GridMap.Core;
using GridMap.Database.Cluster;
using Npgsql;

namespace GridMap.Server.Commands;

/// <summary>The database a command works on: the one that is named, or the private cluster, running while the command holds this.</summary>
internal sealed class DatabaseLease : IAsyncDisposable
{
    private readonly PrivateCluster? _cluster;

    private DatabaseLease(string connectionString, PrivateCluster? cluster)
    {
        ConnectionString = connectionString;
        _cluster = cluster;
    }

    public string ConnectionString { get; }

    public static async Task<Result<DatabaseLease>> TakeAsync(CancellationToken cancellationToken)
    {
        if (CommandSettings.Database is { } named)
        {
            return await FindUnreachableAsync(named, cancellationToken) is { } unreachable ? unreachable : new DatabaseLease(named, cluster: null);
        }

        var cluster = await PrivateCluster.FindAsync(CommandSettings.Cluster, cancellationToken);
        if (cluster.Refusal is { } unfit)
        {
            return unfit;
        }

        var started = await cluster.Value.StartAsync(Environment.ProcessId, cancellationToken);
        return started.Refusal is { } refusal ? refusal : new DatabaseLease(started.Value, cluster.Value);
    }

    /// <summary>A private cluster that is killed while this process serves is started again.</summary>
    public void AddWatch(IServiceCollection services)
    {
        if (_cluster is not null)
        {
            services.AddHostedService(provider => new ClusterWatch(_cluster, provider.GetRequiredService<ILogger<ClusterWatch>>()));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null && (await _cluster.StopAsync(Environment.ProcessId, CancellationToken.None)).Refusal is { } refusal)
        {
            Answers.Refuse(refusal);
        }
    }

    /// <summary>Whether the private cluster, if that is what we use, has too little disk.</summary>
    public static async Task<Refusal?> FindDiskRefusalAsync() => CommandSettings.Database is null
        ? await PrivateCluster.FindDiskRefusalAsync(CommandSettings.Cluster, CancellationToken.None)
        : null;

    private static async Task<Refusal?> FindUnreachableAsync(string connectionString, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(cancellationToken);
            return null;
        }
        catch (Exception failure) when (failure is NpgsqlException or SocketException or ArgumentException)
        {
            return new(
                "DATABASE_UNREACHABLE",
                $"GRIDMAP_DATABASE cannot be opened ({failure.Message}): check host, port, user and database name, or unset it to use the private cluster.",
                $"无法连接 GRIDMAP_DATABASE（{failure.Message}）：请检查主机、端口、用户与库名；或取消该变量以使用私有数据库。");
        }
    }
}
