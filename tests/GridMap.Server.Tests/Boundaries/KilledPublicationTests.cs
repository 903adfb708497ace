using GridMap.Core.Access;
using GridMap.Platform.Access;
using GridMap.Testing;

namespace GridMap.Server.Tests.Boundaries;

/// <summary>A server is killed while it publishes. What is in force then is the old division or the new one, and the server that is started next goes on from there.</summary>
public sealed class KilledPublicationTests : IAsyncLifetime
{
    private PlanTown _town = null!;
    private KillGate _gate = null!;

    public async Task InitializeAsync()
    {
        _town = await PlanTown.CreateAsync();
        _gate = new KillGate(_town, await _town.Server.OpenSessionAsync(new RoleInArea(Role.Reviewer, null)));
    }

    public Task DisposeAsync() => _town.DisposeAsync().AsTask();

    [Fact]
    public async Task Killed_before_the_commit_it_leaves_the_old_division_and_publishes_afresh_when_asked_again()
    {
        var plan = await ApprovedPlanAsync();
        var before = await _town.ReadAsync<string>(PublishPlanTests.State);
        await using var server = await _gate.StartServerAsync();
        foreach (var table in new[] { "area_revision", "assignment", "area_shape", "tile_chain", "land_revision" })
        {
            await _gate.HoldAsync($"CREATE TRIGGER hold AFTER INSERT ON {table} FOR EACH STATEMENT EXECUTE FUNCTION hold()");
            await _gate.KillAsync(server, () => PublishAsync(server.Client, plan));
            await _town.ExecuteAsync($"DROP TRIGGER hold ON {table}");
            Assert.Equal(before, await _town.ReadAsync<string>(PublishPlanTests.State));
            await server.StartAsync();
            Assert.Equal("11", await GridInForceAsync(server.Client));
        }

        Assert.Equal("PUBLISHED", await PublishAsync(server.Client, plan));
        Assert.Equal("14", await GridInForceAsync(server.Client));
    }

    [Fact]
    public async Task Killed_in_the_middle_of_the_commit_it_leaves_the_new_division_whole()
    {
        var plan = await ApprovedPlanAsync();
        await using var server = await _gate.StartServerAsync();
        await _gate.HoldAsync("CREATE CONSTRAINT TRIGGER hold AFTER INSERT ON land_revision DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION hold()");
        await _gate.KillAsync(server, () => PublishAsync(server.Client, plan));
        Assert.Equal("published", await _town.ReadAsync<string>($"SELECT status FROM plan WHERE id = {plan.Id}"));
        Assert.Equal(14, await _town.ReadAsync<int>("SELECT grid_id FROM assignment WHERE atom_id = 204 AND upper_inf(valid)"));
        await server.StartAsync();
        Assert.Equal("14", await GridInForceAsync(server.Client));
    }

    private async Task<PlanHandle> ApprovedPlanAsync()
    {
        var plan = await _town.CreatePlanAsync();
        Assert.Null(PlanTown.CodeOf(await plan.ApplyAsync("{ reassign: { atoms: [204], grid: 14 } }", "{ merge: { grid: 16, into: 17 } }", "{ renumber: { grid: 12, code: \"140214000004099\" } }")));
        Assert.Null(PlanTown.CodeOf(await plan.SubmitAsync()));
        Assert.Null(PlanTown.CodeOf(await plan.ApproveAsync()));
        return plan;
    }

    private static async Task<string?> PublishAsync(HttpClient client, PlanHandle plan)
    {
        var answer = await PlanTown.ChangeAsync(client, $"publishPlan(input: {{ plan: \"{plan.Id}\", expectedVersion: {plan.Version} }})");
        Assert.Null(PlanTown.CodeOf(answer));
        return answer.GetProperty("plan").GetProperty("status").GetString();
    }

    private async Task<string?> GridInForceAsync(HttpClient client)
    {
        var place = await _town.ReadAsync<double[]>("SELECT ARRAY[ST_X(label_point), ST_Y(label_point)] FROM atom WHERE id = 204");
        var data = await client.QueryAsync(FormattableString.Invariant($"{{ gridAt(position: {{ longitude: {place[0]}, latitude: {place[1]} }}) {{ id }} }}"));
        return data.GetProperty("gridAt").GetProperty("id").GetString();
    }
}
