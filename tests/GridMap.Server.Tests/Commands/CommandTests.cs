using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using GridMap.Testing;

namespace GridMap.Server.Tests.Commands;

/// <summary>The real executable, as an operator runs it.</summary>
public sealed class CommandTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "gridmap.dll");

    [Fact]
    public async Task Doctor_is_content_when_everything_is_there()
    {
        using var web = new BuiltWeb();
        var (exitCode, said) = await RunAsync(database.ConnectionString, "doctor", "--port", FreePort(), "--web", web.Folder);
        Assert.True(exitCode == 0, said);
        Assert.Contains("可以运行 ready to run", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_names_every_missing_thing_at_once_with_both_remedies()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        var (exitCode, said) = await RunAsync("Host=/nowhere;Database=none;Username=nobody", "doctor", "--port", port, "--web", "/nowhere");
        Assert.Equal(1, exitCode);
        Assert.Contains("DATABASE_UNREACHABLE", said, StringComparison.Ordinal);
        Assert.Contains("PORT_IN_USE", said, StringComparison.Ordinal);
        Assert.Contains("WEB_NOT_BUILT", said, StringComparison.Ordinal);
        Assert.Contains("请运行 scripts/setup", said, StringComparison.Ordinal);
        Assert.Contains("run scripts/setup", said, StringComparison.Ordinal);
        Assert.Contains("required and missing: 3", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_and_serve_refuse_a_database_without_the_schema()
    {
        await using var bare = await TestDatabase.CreateAsync(migrate: false);
        var doctor = await RunAsync(bare.ConnectionString, "doctor", "--port", FreePort());
        var serve = await RunAsync(bare.ConnectionString, "serve", "--port", FreePort());
        Assert.Equal(1, doctor.ExitCode);
        Assert.Contains("DATABASE_BEHIND", doctor.Said, StringComparison.Ordinal);
        Assert.Equal(1, serve.ExitCode);
        Assert.Contains("DATABASE_BEHIND", serve.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_refuses_a_port_in_use_without_a_stack_trace()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        var (exitCode, said) = await RunAsync(database.ConnectionString, "serve", "--port", port);
        Assert.Equal(1, exitCode);
        Assert.Contains("PORT_IN_USE", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PORT_OUT_OF_RANGE", "--port", "70000")]
    [InlineData("PORT_OUT_OF_RANGE", "--port", "-1")]
    [InlineData("ADDRESS_NOT_LISTENABLE", "--bind", "203.0.113.9")]
    public async Task Serve_refuses_where_nobody_can_listen(string code, params string[] where)
    {
        var (exitCode, said) = await RunAsync(database.ConnectionString, ["serve", .. where]);
        Assert.Equal(1, exitCode);
        Assert.StartsWith(code, said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_refuses_a_dashboard_it_cannot_read()
    {
        using var web = new BuiltWeb();
        File.CreateSymbolicLink(Path.Combine(web.Folder, "app.js"), Path.Combine(web.Folder, "nowhere.js"));
        var (exitCode, said) = await RunAsync(database.ConnectionString, "serve", "--port", FreePort(), "--web", web.Folder);
        Assert.Equal(1, exitCode);
        Assert.StartsWith("WEB_UNREADABLE", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_and_serve_refuse_a_database_of_somebody_else()
    {
        await using var theirs = await TestDatabase.CreateAsync(migrate: false);
        await using var command = theirs.DataSource.CreateCommand("CREATE TABLE place (id integer)");
        await command.ExecuteNonQueryAsync();
        // On a port of its own: who tests may be running a district meanwhile.
        foreach (var arguments in new string[][] { ["migrate"], ["serve", "--port", FreePort()], ["generate"] })
        {
            var (exitCode, said) = await RunAsync(theirs.ConnectionString, arguments);
            Assert.Equal(1, exitCode);
            Assert.StartsWith("DATABASE_NOT_EMPTY", said, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("serve", "--bind", "everywhere")]
    [InlineData("serve", "--port", "many")]
    [InlineData("generate", "--scale", "huge")]
    [InlineData("import", "osm")]
    [InlineData("no-such-command")]
    public async Task A_wrong_command_line_is_an_error_and_no_crash(params string[] arguments)
    {
        var (exitCode, said) = await RunAsync(database.ConnectionString, arguments);
        Assert.Equal(1, exitCode);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_refuses_a_database_newer_than_the_program()
    {
        await using var newer = await TestDatabase.CreateAsync();
        await using var command = newer.DataSource.CreateCommand("INSERT INTO schema_migration (version, name, sha256) VALUES (9999, '9999_future.sql', '')");
        await command.ExecuteNonQueryAsync();
        var (exitCode, said) = await RunAsync(newer.ConnectionString, "migrate");
        Assert.Equal(1, exitCode);
        Assert.Contains("DATABASE_NEWER", said, StringComparison.Ordinal);
        Assert.Contains("9999_future.sql", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_of_a_file_that_is_not_there_is_refused_and_leaves_the_district_as_it_was()
    {
        var (exitCode, said) = await RunAsync(database.ConnectionString, "import", "osm", "/nowhere/place.osm.gz", "--fresh");
        Assert.Equal(1, exitCode);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Generate_makes_a_district_once_and_replaces_it_only_when_asked()
    {
        await using var empty = await TestDatabase.CreateAsync();
        string[] generate = ["generate", "--scale", "small", "--seed", "3"];
        var first = await RunAsync(empty.ConnectionString, generate);
        var second = await RunAsync(empty.ConnectionString, generate);
        var kept = await RunAsync(empty.ConnectionString, [.. generate, "--if-missing"]);
        Assert.True(first.ExitCode == 0, first.Said);
        Assert.Equal(1, second.ExitCode);
        Assert.Contains("DISTRICT_EXISTS", second.Said, StringComparison.Ordinal);
        Assert.Equal(0, kept.ExitCode);
    }

    private static async Task<(int ExitCode, string Said)> RunAsync(string connectionString, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["GRIDMAP_DATABASE"] = connectionString },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }

    private sealed class BuiltWeb : IDisposable
    {
        public BuiltWeb()
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(Path.Combine(Folder, "index.html"), "");
        }

        public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"gridmap-web-{Guid.NewGuid():N}");

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}
