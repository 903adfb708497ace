using GridMap.Core;
using Npgsql;

namespace GridMap.Database.Cluster;

/// <summary>
/// GridMap's own PostgreSQL: made on first use, reachable through a unix socket only, run by an unprivileged user,
/// started by the first process that needs it and stopped by the last one that leaves.
/// </summary>
public sealed class PrivateCluster
{
    private const string MaintenanceDatabase = "postgres";

    private static readonly TimeSpan RecoveryPause = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan WatchPause = TimeSpan.FromSeconds(1);

    private readonly ClusterSettings _settings;
    private readonly ClusterLocation _location;
    private readonly PostgresBinaries _binaries;
    private readonly ClusterLeases _leases;

    private PrivateCluster(ClusterSettings settings, ClusterLocation location, PostgresBinaries binaries)
    {
        _settings = settings;
        _location = location;
        _binaries = binaries;
        _leases = new ClusterLeases(location.LeasesFolder);
    }

    /// <summary>Where the files lie; not always where they were asked for, see <see cref="ClusterLocation"/>.</summary>
    public string DataFolder => _location.DataFolder;

    /// <summary>Finds its folder and programs; starts nothing.</summary>
    public static async Task<Result<PrivateCluster>> FindAsync(ClusterSettings settings, CancellationToken cancellationToken)
    {
        var location = await ClusterLocation.ResolveAsync(settings.Folder, cancellationToken);
        var madeWith = await ClusterFiles.FindVersionAsync(location, cancellationToken);
        var binaries = PostgresBinaries.Find(settings, madeWith);
        return binaries.Refusal is { } refusal ? refusal : new PrivateCluster(settings, location, binaries.Value);
    }

    /// <summary>Makes it on first use, starts it when it does not run, and takes a lease for a process; answers the connection string.</summary>
    public async Task<Result<string>> StartAsync(int leaseHolder, CancellationToken cancellationToken)
    {
        using var turn = await ClusterTurn.TakeAsync(_location.LockFile, cancellationToken);
        if (turn is null)
        {
            return ClusterRefusals.FolderForeign(_location.Home);
        }

        if (await FindRunRefusalAsync(cancellationToken) is { } refusal)
        {
            return refusal;
        }

        _leases.Take(leaseHolder);
        return await MakeDatabaseAsync(cancellationToken);
    }

    /// <summary>Gives the lease back; the last one stops the cluster.</summary>
    public async Task<Result<bool>> StopAsync(int leaseHolder, CancellationToken cancellationToken)
    {
        using var turn = await ClusterTurn.TakeAsync(_location.LockFile, cancellationToken);
        if (turn is null)
        {
            return ClusterRefusals.FolderForeign(_location.Home);
        }

        if (!_leases.GiveBack(leaseHolder) || Postmaster.Find(_location) is null)
        {
            return false;
        }

        return await ClusterServer.FindStopRefusalAsync(_location, _binaries, cancellationToken) is { } refusal ? refusal : true;
    }

    /// <summary>Starts it again whenever it was killed, until cancelled; says why when it cannot.</summary>
    public async Task KeepRunningAsync(int leaseHolder, Action<Refusal> tellRefusal, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(WatchPause);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            if (Postmaster.Find(_location) is null && (await StartAsync(leaseHolder, cancellationToken)).Refusal is { } refusal)
            {
                tellRefusal(refusal);
            }
        }
    }

    public static async Task<Refusal?> FindDiskRefusalAsync(ClusterSettings settings, CancellationToken cancellationToken) =>
        FindDiskRefusal(settings, await ClusterLocation.ResolveAsync(settings.Folder, cancellationToken));

    private static Refusal? FindDiskRefusal(ClusterSettings settings, ClusterLocation location)
    {
        var freeBytes = new DriveInfo(location.Disk).AvailableFreeSpace;
        return freeBytes < settings.MinimumFreeBytes ? ClusterRefusals.DiskFull(location.DataFolder, freeBytes, settings.MinimumFreeBytes) : null;
    }

    private async Task<Refusal?> FindStartRefusalAsync(CancellationToken cancellationToken)
    {
        if (FindDiskRefusal(_settings, _location) is { } full)
        {
            return full;
        }

        return await ClusterFiles.FindMakeRefusalAsync(_location, _binaries, cancellationToken)
            ?? await ClusterServer.FindStartRefusalAsync(_location, _binaries, _settings.Port, cancellationToken);
    }

    /// <summary>Afterwards a server runs there and answers, or this says why not.</summary>
    private async Task<Refusal?> FindRunRefusalAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (Postmaster.Find(_location) is null && await FindStartRefusalAsync(cancellationToken) is { } refusal)
            {
                return refusal;
            }

            var running = Postmaster.Find(_location);
            if (running is { SocketFolder.Length: 0 })
            {
                return ClusterRefusals.InUse(_location.DataFolder);
            }

            if (running is not null && await AnswersAsync(running, cancellationToken))
            {
                return null;
            }

            // It is still recovering from a crash, or was killed while we looked.
            await Task.Delay(RecoveryPause, cancellationToken);
        }
    }

    private static async Task<bool> AnswersAsync(Postmaster running, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionTo(running, MaintenanceDatabase).ConnectionString);
            await connection.OpenAsync(cancellationToken);
            return true;
        }
        catch (NpgsqlException failure) when (failure is not PostgresException { SqlState: not PostgresErrorCodes.CannotConnectNow })
        {
            return false;
        }
    }

    private async Task<string> MakeDatabaseAsync(CancellationToken cancellationToken)
    {
        // PostgreSQL itself says where it listens, also when it was started with other settings.
        var running = Postmaster.Find(_location)!;
        await using var server = NpgsqlDataSource.Create(ConnectionTo(running, MaintenanceDatabase));
        await using var find = server.CreateCommand("SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)");
        find.Parameters.Add(new() { Value = _settings.DatabaseName });
        if (!(bool)(await find.ExecuteScalarAsync(cancellationToken))!)
        {
            await using var make = server.CreateCommand($"CREATE DATABASE \"{_settings.DatabaseName}\"");
            await make.ExecuteNonQueryAsync(cancellationToken);
        }

        var connection = ConnectionTo(running, _settings.DatabaseName);
        connection.Remove("Pooling");
        return connection.ConnectionString;
    }

    private static NpgsqlConnectionStringBuilder ConnectionTo(Postmaster running, string database) => new()
    {
        Host = running.SocketFolder,
        Port = running.Port,
        Username = ClusterUser.Unprivileged,
        Database = database,
        Pooling = false,
    };
}
