using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GridMap.Core.Access;
using GridMap.Core.Geography;
using GridMap.Platform.Access;
using GridMap.Testing;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace GridMap.Server.Tests.Boundaries;

/// <summary>A server is killed while it makes a plan of an import. There is no plan then, or all of it; and nothing else that was read or checked is left.</summary>
public sealed class KilledImportTests : IAsyncLifetime
{
    private const string Written =
        "SELECT concat((SELECT count(*) FROM plan), '/', (SELECT coalesce(sum(applied), 0) FROM plan), '/', (SELECT count(*) FROM plan_operation), '/', (SELECT count(*) FROM change WHERE topic = 'plan'))";

    private static readonly (string Moment, string Table)[] Statements = [("BEFORE", "plan"), ("BEFORE", "plan_operation"), ("AFTER", "plan_operation")];

    private PlanTown _town = null!;
    private KillGate _gate = null!;
    private byte[] _file = null!;

    public async Task InitializeAsync()
    {
        _town = await PlanTown.CreateAsync();
        _gate = new KillGate(_town, await _town.Server.OpenSessionAsync(new RoleInArea(Role.GridManager, null)));
        var file = await (await _town.Manager.GetAsync("/api/boundaries/areas/1/grids.geojson")).Content.ReadAsByteArrayAsync();
        var bite = Lattice.Factory.ToGeometry(new Envelope(113.2135, 113.2195, 40.0030, 40.0070));
        file = ImportFiles.Reshape(file, "10", shape => OverlayNG.Overlay(shape, bite, SpatialFunction.Union, Lattice.Precision));
        _file = ImportFiles.Reshape(file, "13", shape => OverlayNG.Overlay(shape, bite, SpatialFunction.Difference, Lattice.Precision));
    }

    public Task DisposeAsync() => _town.DisposeAsync().AsTask();

    [Fact]
    public async Task Killed_with_its_session_before_the_commit_there_is_no_plan_and_the_file_is_sent_again()
    {
        await using var server = await _gate.StartServerAsync();
        foreach (var (moment, table) in Statements)
        {
            var id = await CheckAsync(server.Client);
            await _gate.HoldAsync($"CREATE TRIGGER hold {moment} INSERT ON {table} FOR EACH STATEMENT EXECUTE FUNCTION hold()");
            await _gate.KillAsync(server, () => PlanAsync(server.Client, id), withSession: true);
            await _town.ExecuteAsync($"DROP TRIGGER hold ON {table}");
            Assert.Equal("0/0/0/0", await _town.ReadAsync<string>(Written));
            await server.StartAsync();
            Assert.Equal("IMPORT_GONE", PlanTown.CodeOf(await PlanAsync(server.Client, id)));
        }

        Assert.Null(PlanTown.CodeOf(await PlanAsync(server.Client, await CheckAsync(server.Client))));
        Assert.Matches("^1/([1-9][0-9]*)/\\1/1$", await _town.ReadAsync<string>(Written));
    }

    [Fact]
    public async Task Killed_alone_while_the_database_goes_on_the_plan_is_whole()
    {
        await using var server = await _gate.StartServerAsync();
        var (moment, table) = Statements[1];
        var id = await CheckAsync(server.Client);
        await _gate.HoldAsync($"CREATE TRIGGER hold {moment} INSERT ON {table} FOR EACH STATEMENT EXECUTE FUNCTION hold()");
        await _gate.KillAsync(server, () => PlanAsync(server.Client, id));
        Assert.Matches("^(0/0/0/0|1/([1-9][0-9]*)/\\2/1)$", await _town.ReadAsync<string>(Written));
    }

    [Fact]
    public async Task Killed_in_the_middle_of_the_commit_the_plan_is_whole_and_can_be_published()
    {
        await using var server = await _gate.StartServerAsync();
        var id = await CheckAsync(server.Client);
        await _gate.HoldAsync("CREATE CONSTRAINT TRIGGER hold AFTER INSERT ON plan DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION hold()");
        await _gate.KillAsync(server, () => PlanAsync(server.Client, id));
        Assert.Matches("^1/([1-9][0-9]*)/\\1/1$", await _town.ReadAsync<string>(Written));
        await server.StartAsync();
        var plan = (await _town.Manager.QueryAsync("{ plans { nodes { id version } } }")).GetProperty("plans").GetProperty("nodes")[0];
        var handle = new PlanHandle(_town, server.Client, plan.GetProperty("id").GetString()!, plan.GetProperty("version").GetInt32());
        await handle.PutInForceAsync();
    }

    private static Task<JsonElement> PlanAsync(HttpClient client, string import) => PlanTown.ChangeAsync(
        client, $"planDivisionImport(input: {{ divisionImport: \"{import}\", name: \"导入\", idempotencyKey: \"{PlanTown.Key()}\" }})");

    /// <summary>The id of the import once it has been checked.</summary>
    private async Task<string> CheckAsync(HttpClient client)
    {
        using var answer = await client.PostAsync("/api/boundaries/imports?area=1", new ByteArrayContent(_file));
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        while (true)
        {
            var state = (await client.QueryAsync($"{{ divisionImport(id: \"{id}\") {{ divisionImport {{ state }} }} }}"))
                .GetProperty("divisionImport").GetProperty("divisionImport").GetProperty("state").GetString();
            if (state != "RUNNING")
            {
                Assert.Equal("READY", state);
                return id;
            }

            await Task.Delay(20);
        }
    }
}
