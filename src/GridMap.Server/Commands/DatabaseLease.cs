using System.Net.Sockets;
using GridMap.Core;
using GridMap.Database;
using GridMap.Database.Cluster;
using GridMap.Platform.Database;
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

    /// <summary>The database, seen to be there.</summary>
    public static async Task<Result<DatabaseLease>> TakeAsync(CancellationToken cancellationToken)
    {
        if (CommandSettings.Database is not { } named)
        {
            return await FindAsync(cancellationToken);
        }

        try
        {
            await using var connection = new NpgsqlConnection(named);
            await connection.OpenAsync(cancellationToken);
            return new DatabaseLease(named, cluster: null);
        }
        catch (Exception failure) when (IsUnreachable(failure))
        {
            return Unreachable(failure);
        }
    }

    /// <summary>The database; a named one may yet turn out to be unreachable.</summary>
    public static async Task<Result<DatabaseLease>> FindAsync(CancellationToken cancellationToken)
    {
        if (CommandSettings.Database is { } named)
        {
            return new DatabaseLease(named, cluster: null);
        }

        var cluster = await PrivateCluster.FindAsync(CommandSettings.Cluster, cancellationToken);
        if (cluster.Refusal is { } unfit)
        {
            return unfit;
        }

        var started = await cluster.Value.StartAsync(Environment.ProcessId, cancellationToken);
        return started.Refusal is { } refusal ? refusal : new DatabaseLease(started.Value, cluster.Value);
    }

    /// <summary>A data source of this database; whether anything answers there is not asked yet.</summary>
    public Result<NpgsqlDataSource> Open()
    {
        try
        {
            return DatabaseSetup.Open(ConnectionString);
        }
        catch (ArgumentException malformed)
        {
            return Unreachable(malformed);
        }
    }

    /// <summary>Why no server can work on this database, or null.</summary>
    public async Task<Refusal?> FindRefusalAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        var connected = await ConnectAsync(database, cancellationToken);
        if (connected.Refusal is { } unreachable)
        {
            return unreachable;
        }

        await using var connection = connected.Value;
        return await new Migrator(ConnectionString).FindRefusalAsync(connection, cancellationToken);
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

    private async Task<Result<NpgsqlConnection>> ConnectAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        try
        {
            return await database.OpenConnectionAsync(cancellationToken);
        }
        catch (Exception failure) when (_cluster is null && IsUnreachable(failure))
        {
            return Unreachable(failure);
        }
    }

    private static bool IsUnreachable(Exception failure) => failure is NpgsqlException or SocketException or ArgumentException;

    private static Refusal Unreachable(Exception failure) => new(
        "DATABASE_UNREACHABLE",
        $"GRIDMAP_DATABASE cannot be opened ({failure.Message}): check host, port, user and database name, or unset it to use the private cluster.",
        $"无法连接 GRIDMAP_DATABASE（{failure.Message}）：请检查主机、端口、用户与库名；或取消该变量以使用私有数据库。");
}
