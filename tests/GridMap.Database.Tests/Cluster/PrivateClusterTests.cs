using System.Diagnostics;
using System.Globalization;
using GridMap.Database.Cluster;
using Npgsql;

namespace GridMap.Database.Tests.Cluster;

public sealed class PrivateClusterTests : IAsyncLifetime
{
    private const int Me = 1;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"gridmap-cluster-{Guid.NewGuid():N}");

    private ClusterSettings Settings => new(_folder);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (await PrivateCluster.FindAsync(Settings, CancellationToken.None) is { IsRefused: false } cluster)
        {
            await cluster.Value.StopAsync(Me, CancellationToken.None);
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_first_start_makes_a_database_that_can_carry_the_schema()
    {
        var connectionString = await StartAsync();
        var migrated = await new Migrator(connectionString).RunAsync(CancellationToken.None);
        Assert.Null(migrated.Refusal);
        Assert.NotEmpty(migrated.Value.Migrations);
    }

    [Fact]
    public async Task It_is_durable_and_listens_on_no_network()
    {
        var connectionString = await StartAsync();
        string[] durable = ["fsync", "full_page_writes", "synchronous_commit", "data_checksums"];
        foreach (var setting in durable)
        {
            Assert.Equal("on", await ReadAsync(connectionString, $"SELECT current_setting('{setting}')"));
        }

        Assert.Equal("", await ReadAsync(connectionString, "SELECT current_setting('listen_addresses')"));
    }

    [Fact]
    public async Task Chinese_names_can_be_searched_by_trigram()
    {
        var connectionString = await StartAsync();
        await ReadAsync(connectionString, "CREATE EXTENSION pg_trgm");
        Assert.Equal("True", await ReadAsync(connectionString, "SELECT similarity('文昌里社区', '文昌里') > 0.3"));
    }

    [Fact]
    public async Task What_was_committed_survives_a_kill_of_the_server()
    {
        var connectionString = await StartAsync();
        await ReadAsync(connectionString, "CREATE TABLE ledger (entry text)");
        await ReadAsync(connectionString, "INSERT INTO ledger VALUES ('kept')");
        Kill(PostmasterId());
        Assert.Equal("kept", await ReadAsync(await StartAsync(), "SELECT entry FROM ledger"));
    }

    [Fact]
    public async Task A_watched_server_that_is_killed_comes_back_by_itself()
    {
        var connectionString = await StartAsync();
        await ReadAsync(connectionString, "CREATE TABLE ledger AS SELECT 'kept' AS entry");
        using var watching = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var cluster = (await PrivateCluster.FindAsync(Settings, CancellationToken.None)).Value;
        var watch = cluster.KeepRunningAsync(Me, refusal => Assert.Fail(refusal.Remedy), watching.Token);
        var killed = PostmasterId();
        Kill(killed);
        while (PostmasterFile() is not { } lines || lines[0] == killed.ToString(CultureInfo.InvariantCulture) || !lines[^1].StartsWith("ready", StringComparison.Ordinal))
        {
            await Task.Delay(100, watching.Token);
        }

        await watching.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watch);
        Assert.Equal("kept", await ReadAsync(connectionString, "SELECT entry FROM ledger"));
    }

    [Fact]
    public async Task A_pid_file_that_names_a_stranger_does_not_stop_the_start()
    {
        await StartAsync();
        var pidFile = Path.Combine(_folder, "cluster", "postmaster.pid");
        var lines = await File.ReadAllLinesAsync(pidFile);
        Kill(int.Parse(lines[0], CultureInfo.InvariantCulture));
        using var stranger = Process.Start("sleep", "600");
        try
        {
            lines[0] = stranger.Id.ToString(CultureInfo.InvariantCulture);
            await File.WriteAllLinesAsync(pidFile, lines);
            Assert.Equal("1", await ReadAsync(await StartAsync(), "SELECT 1"));
        }
        finally
        {
            stranger.Kill();
        }
    }

    [Fact]
    public async Task Two_starts_at_once_share_one_server()
    {
        var starts = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(StartAsync)));
        Assert.Equal(starts[0], starts[1]);
        Assert.Equal("1", await ReadAsync(starts[1], "SELECT 1"));
    }

    [Fact]
    public async Task The_last_one_to_leave_stops_it()
    {
        var cluster = (await PrivateCluster.FindAsync(Settings, CancellationToken.None)).Value;
        await StartAsync();
        using var other = Process.Start("sleep", "600");
        try
        {
            await cluster.StartAsync(other.Id, CancellationToken.None);
            Assert.False((await cluster.StopAsync(Me, CancellationToken.None)).Value);
            Assert.True(File.Exists(Path.Combine(_folder, "cluster", "postmaster.pid")));
        }
        finally
        {
            other.Kill();
        }

        await other.WaitForExitAsync();
        // A killed holder holds nothing.
        Assert.True((await cluster.StopAsync(Me, CancellationToken.None)).Value);
        Assert.False(File.Exists(Path.Combine(_folder, "cluster", "postmaster.pid")));
    }

    [Fact]
    public async Task Too_little_disk_is_refused_before_anything_is_made()
    {
        var cluster = (await PrivateCluster.FindAsync(Settings with { MinimumFreeBytes = long.MaxValue }, CancellationToken.None)).Value;
        var started = await cluster.StartAsync(Me, CancellationToken.None);
        Assert.Equal("DISK_FULL", started.Refusal?.Code);
        Assert.Empty(Directory.GetDirectories(_folder));
    }

    [Fact]
    public async Task A_planted_link_is_not_followed_as_socket_folder()
    {
        var location = await ClusterLocation.ResolveAsync(_folder, CancellationToken.None);
        Directory.CreateSymbolicLink(location.SocketFolder, _folder);
        try
        {
            var cluster = (await PrivateCluster.FindAsync(Settings, CancellationToken.None)).Value;
            Assert.Equal("FOLDER_FOREIGN", (await cluster.StartAsync(Me, CancellationToken.None)).Refusal?.Code);
        }
        finally
        {
            Directory.Delete(location.SocketFolder);
        }
    }

    [Fact]
    public async Task Missing_programs_are_refused_with_the_package_to_install()
    {
        var refusal = (await PrivateCluster.FindAsync(Settings with { VersionsFolder = "/nowhere" }, CancellationToken.None)).Refusal;
        Assert.Equal("POSTGRES_MISSING", refusal?.Code);
        Assert.Contains("postgresql-15", refusal!.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_PostGIS_is_refused_with_the_package_to_install()
    {
        var refusal = (await PrivateCluster.FindAsync(Settings with { SharesFolder = "/nowhere" }, CancellationToken.None)).Refusal;
        Assert.Equal("POSTGIS_MISSING", refusal?.Code);
    }

    [Fact]
    public async Task A_cluster_of_a_version_that_is_not_installed_is_left_alone()
    {
        await StartAsync();
        await (await PrivateCluster.FindAsync(Settings, CancellationToken.None)).Value.StopAsync(Me, CancellationToken.None);
        await File.WriteAllTextAsync(Path.Combine(_folder, "cluster", "PG_VERSION"), "9\n");
        Assert.Equal("CLUSTER_OTHER_VERSION", (await PrivateCluster.FindAsync(Settings, CancellationToken.None)).Refusal?.Code);
    }

    private async Task<string> StartAsync()
    {
        var cluster = await PrivateCluster.FindAsync(Settings, CancellationToken.None);
        return (await cluster.Value.StartAsync(Me, CancellationToken.None)).Value;
    }

    private int PostmasterId() => int.Parse(PostmasterFile()![0], CultureInfo.InvariantCulture);

    private string[]? PostmasterFile()
    {
        var path = Path.Combine(_folder, "cluster", "postmaster.pid");
        return File.Exists(path) && File.ReadAllLines(path) is { Length: > 0 } lines ? lines : null;
    }

    private static void Kill(int processId)
    {
        using var process = Process.GetProcessById(processId);
        process.Kill();
    }

    private static async Task<string?> ReadAsync(string connectionString, string sql)
    {
        await using var dataSource = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false });
        await using var command = dataSource.CreateCommand(sql);
        return (await command.ExecuteScalarAsync())?.ToString();
    }
}
